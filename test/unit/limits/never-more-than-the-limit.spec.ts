import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGeneralLimit } from '../../../src/limits/general-limit.ts';
import { createMemoryCounter } from '../../../src/limits/memory-counter.ts';
import { createPolicy } from '../../../src/limits/policy.ts';
import type { AgedCount, SharedCounts, Told } from '../../../src/limits/shared-counts.ts';
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
          expect(isAllowed || exactlyFull(allowed, nowMs - slotMs, limit, windowMs)).toBe(true);
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
        const wasFull =
          exactlyFull(allowed, nowMs - 1, 3, 1_000) || exactlyFull(allowed, nowMs - 1, 5, 20_000);
        expect(isAllowed || wasFull).toBe(true);
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

describe('what other instances let through', () => {
  const policy = createPolicy('p', [{ limit: 10, windowMs }]);
  /** Answers whatever was told before, and what the others have. */
  const sharedWith = (others: () => readonly AgedCount[]): SharedCounts & { told: number } => {
    const shared = {
      told: 0,
      add: async (_window: unknown, _slotMs: number, entries: readonly Told[]) => {
        for (const one of entries) {
          for (const [, count] of one.drain()) shared.told += count;
          one.receive(others());
        }
      },
      close: () => undefined,
    };
    return shared;
  };

  test('counts here, from when it is known', async () => {
    const shared = sharedWith(() => [
      [40_000, 6],
      [10, 1],
    ]);
    let nowMs = 100_000;
    const general = createGeneralLimit({ policy, shared, nowMs: () => nowMs });
    expect(general.take('a').quota.remaining).toBe(9);
    await general.flushed();
    expect(shared.told).toBe(1);
    expect(general.take('a').quota).toMatchObject({ remaining: 2 });
    nowMs += 20_002;
    // The six are over.
    expect(general.take('a').quota).toMatchObject({ remaining: 7 });
    general.close();
  });

  test('is not forgotten when where it was put together begins anew', async () => {
    let others: readonly AgedCount[] = [[10, 9]];
    const general = createGeneralLimit({ policy, shared: sharedWith(() => others), nowMs: () => 100_000 });
    general.take('a');
    await general.flushed();
    others = [[0, 1]];
    expect(general.take('a').isAllowed).toBe(true);
    await general.flushed();
    expect(general.take('a').isAllowed).toBe(false);
    general.close();
  });

  test('is told later, and with its age, when nobody listens', async () => {
    const heard: AgedCount[][] = [];
    let listens = false;
    const shared: SharedCounts = {
      add: async (_window, _slotMs, entries) => {
        if (listens) for (const one of entries) heard.push([...one.drain()]);
      },
      close: () => undefined,
    };
    let nowMs = 100_000;
    const general = createGeneralLimit({ policy, shared, nowMs: () => nowMs });
    general.take('a');
    await general.flushed();
    nowMs += 5_000;
    general.take('a', 2);
    listens = true;
    await general.flushed();
    expect(heard).toEqual([
      [
        [5_000, 1],
        [0, 2],
      ],
    ]);
    general.close();
  });
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
