import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGeneralLimit } from '../../../src/limits/general-limit.ts';
import { createMemoryCounter } from '../../../src/limits/memory-counter.ts';
import { createPolicy } from '../../../src/limits/policy.ts';
import { slotMsOf } from '../../../src/limits/slot-log.ts';

const windowMs = 60_000;

/** Times of attempts, ascending, over some windows: in bursts and far apart. */
const times = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9_000 }), fc.constant(windowMs)),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((gaps) => {
    let at = 5_000;
    return gaps.map((gap) => (at += gap));
  });

/** Most let through in any window that ends at one of them: the naive log. */
const mostInAnyWindow = (allowed: readonly number[], lengthMs: number): number =>
  Math.max(0, ...allowed.map((end) => allowed.filter((at) => at <= end && at > end - lengthMs).length));

/** What an exact log would say, that counts what was let through here. */
const exactlyFull = (allowed: readonly number[], nowMs: number, limit: number, lengthMs: number): boolean =>
  allowed.filter((at) => at > nowMs - lengthMs).length >= limit;

describe.for([
  ['exact', 5],
  ['in slots', 90],
] as const)('a limit that is counted %s', ([, limit]) => {
  const policy = createPolicy('p', [{ limit, windowMs }]);
  const slotMs = slotMsOf({ limit, windowMs });

  test('is never exceeded in any window, and frees a place at most a slot later than an exact log', async () => {
    await fc.assert(
      fc.asyncProperty(times, async (attempts) => {
        let nowMs = 0;
        const counter = createMemoryCounter({ nowMs: () => nowMs });
        const allowed: number[] = [];
        for (nowMs of attempts) {
          const { isAllowed, quota } = await counter.take(policy, 'a');
          if (isAllowed) allowed.push(nowMs);
          else expect(exactlyFull(allowed, nowMs - slotMs, limit, windowMs)).toBe(true);
          expect(quota.remaining).toBeLessThanOrEqual(
            limit - allowed.filter((at) => at > nowMs - windowMs).length,
          );
        }
        expect(mostInAnyWindow(allowed, windowMs)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('lets through whoever waits as long as the refusal says, and nobody sooner', async () => {
    await fc.assert(
      fc.asyncProperty(times, async (attempts) => {
        let nowMs = 0;
        const counter = createMemoryCounter({ nowMs: () => nowMs });
        for (nowMs of attempts) {
          const refused = await counter.take(policy, 'a');
          if (refused.isAllowed) continue;
          const { freeAfterMs } = refused.quota;
          nowMs += freeAfterMs - 1;
          expect((await counter.take(policy, 'a')).isAllowed).toBe(false);
          nowMs += 1;
          expect((await counter.take(policy, 'a')).isAllowed).toBe(true);
          break;
        }
      }),
    );
  });

  test('is the same as the limit of all requests', async () => {
    await fc.assert(
      fc.asyncProperty(times, async (attempts) => {
        let nowMs = 0;
        const counter = createMemoryCounter({ nowMs: () => nowMs });
        const general = createGeneralLimit({ policy, nowMs: () => nowMs });
        for (nowMs of attempts) {
          const { isAllowed, quota } = await counter.take(policy, 'a');
          expect(general.take('a')).toEqual({ isAllowed, quota });
        }
      }),
    );
  });
});

test('of two windows both hold', async () => {
  const policy = createPolicy('sign-in', [
    { limit: 3, windowMs: 1_000 },
    { limit: 5, windowMs: 20_000 },
  ]);
  await fc.assert(
    fc.asyncProperty(times, async (attempts) => {
      let nowMs = 0;
      const counter = createMemoryCounter({ nowMs: () => nowMs });
      const allowed: number[] = [];
      for (nowMs of attempts) {
        const { isAllowed } = await counter.take(policy, 'a');
        if (isAllowed) allowed.push(nowMs);
        else {
          const wasFull =
            exactlyFull(allowed, nowMs - 1, 3, 1_000) || exactlyFull(allowed, nowMs - 1, 5, 20_000);
          expect(wasFull).toBe(true);
        }
      }
      expect(mostInAnyWindow(allowed, 1_000)).toBeLessThanOrEqual(3);
      expect(mostInAnyWindow(allowed, 20_000)).toBeLessThanOrEqual(5);
    }),
  );
});

test('several places at once are taken all, or none of them', () => {
  const general = createGeneralLimit({
    policy: createPolicy('p', [{ limit: 10, windowMs }]),
    nowMs: () => 0,
  });
  expect(general.take('a', 7)).toMatchObject({ isAllowed: true, quota: { remaining: 3 } });
  expect(general.take('a', 4)).toMatchObject({ isAllowed: false, quota: { remaining: 3 } });
  expect(general.take('a', 3)).toMatchObject({ isAllowed: true, quota: { remaining: 0 } });
});

test('who has not come for a window is forgotten, and who comes all the time is not', () => {
  let nowMs = 0;
  const policy = createPolicy('p', [{ limit: 10, windowMs }]);
  const general = createGeneralLimit({ policy, nowMs: () => nowMs, maxSubjects: 100 });
  for (let round = 0; round < 9; round += 1) {
    general.take('always');
    // More strangers than are remembered must not make it forget who is there.
    for (let stranger = 0; stranger < 60; stranger += 1) general.take(`${round}-${stranger}`);
    nowMs += 1_000;
  }
  expect(general.take('always').quota.remaining).toBe(0);
  expect(general.take('always').isAllowed).toBe(false);
});
