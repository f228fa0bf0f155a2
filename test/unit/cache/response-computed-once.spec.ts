import { expect, test } from 'vitest';
import { answer, counting, heldBack, settle, START_MS, startRig, textOf } from './response-rig.ts';

const list = { key: 'list', viewerId: undefined };

test('200 identical cold queries cost one computation', async () => {
  const rig = await startRig();
  const { cache, events } = rig.instance();
  const slow = heldBack();
  const all = Promise.all(Array.from({ length: 200 }, () => cache.respond(list, slow.compute)));
  await slow.started;
  await settle();
  slow.resolve(answer('a'));
  expect(new Set((await all).map(textOf))).toEqual(new Set(['a']));
  expect(slow.calls()).toBe(1);
  expect(events.counts()).toMatchObject({ 'joined:process': 199 });
});

test('a request that arrives after a write does not get what began before it; those share one new computation', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const before = heldBack();
  const early = [cache.respond(list, before.compute), cache.respond(list, before.compute)];
  await before.started;
  await settle();
  await rig.write('db.films:1');
  const after = counting(() => answer('new'));
  const late = Array.from({ length: 10 }, () => cache.respond(list, after.compute));
  await settle();
  before.resolve(answer('old'));
  expect((await Promise.all(late)).map(textOf)).toEqual(Array.from({ length: 10 }, () => 'new'));
  expect((await Promise.all(early)).map(textOf)).toEqual(['old', 'old']);
  expect(after.calls()).toBe(1);
});

test('a request that waited from before a write may have what it waited for', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const slow = heldBack();
  const first = cache.respond(list, slow.compute);
  const second = cache.respond(list, slow.compute);
  await slow.started;
  await settle();
  await rig.write('db.films:1');
  slow.resolve(answer('a'));
  expect((await Promise.all([first, second])).map(({ how }) => how)).toEqual(['computed', 'joined']);
});

test('nobody joins when the epoch ended meanwhile', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const slow = heldBack();
  const first = cache.respond(list, slow.compute);
  const second = cache.respond(list, slow.compute);
  await slow.started;
  await settle();
  rig.endEpoch();
  slow.resolve(answer('a'));
  expect((await Promise.all([first, second])).map(({ how }) => how)).toEqual(['computed', 'bypassed']);
});

test('an error goes to the request whose computation it was; the others share a new one', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const failing = heldBack();
  const first = cache.respond(list, failing.compute);
  await failing.started;
  const retry = counting(() => answer('well'));
  const others = Array.from({ length: 5 }, () => cache.respond(list, retry.compute));
  await settle();
  failing.reject(new Error('a broken resolver'));
  await expect(first).rejects.toThrow('a broken resolver');
  expect((await Promise.all(others)).map(textOf)).toEqual(Array.from({ length: 5 }, () => 'well'));
  expect(retry.calls()).toBe(1);
});

test('when computations keep failing, nobody waits for more than two of others', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  let calls = 0;
  let running = 0;
  let atOnce = 0;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      cache.respond(list, async () => {
        calls += 1;
        running += 1;
        atOnce = Math.max(atOnce, running);
        await settle();
        running -= 1;
        throw new Error('always');
      }),
    ),
  );
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect([calls, atOnce]).toEqual([50, 48]);
});

test('nobody joins for an answer that time itself has ended meanwhile', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const slow = heldBack();
  const first = cache.respond(list, slow.compute);
  await slow.started;
  const second = cache.respond(list, counting(() => answer('after')).compute);
  await settle();
  rig.clock.advance(500);
  slow.resolve(answer('before', { expiresAtMs: START_MS + 500 }));
  expect([textOf(await first), textOf(await second)]).toEqual(['before', 'after']);
});

test('what may not be kept is not given to those who waited, and they do not queue', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  let atOnce = 0;
  let running = 0;
  const served = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      cache.respond(list, async () => {
        running += 1;
        atOnce = Math.max(atOnce, running);
        await settle();
        running -= 1;
        return answer(`#${index}`, { uncacheable: 'errors' });
      }),
    ),
  );
  expect(new Set(served.map(textOf)).size).toBe(20);
  expect(atOnce).toBe(19);
});

test('a computation that hangs holds up nobody who comes later', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const hanging = heldBack();
  void cache.respond(list, hanging.compute);
  await hanging.started;
  rig.clock.advance(10_000);
  expect(textOf(await cache.respond(list, counting(() => answer('a')).compute))).toBe('a');
});
