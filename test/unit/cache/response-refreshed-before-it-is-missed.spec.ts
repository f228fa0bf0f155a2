import { expect, test } from 'vitest';
import { answer, counting, heldBack, settle, startRig, START_MS, textOf } from './response-rig.ts';

const page = { key: 'page', viewerId: undefined };

test('what has expired and is still current is served while one computation refreshes it', async () => {
  const rig = await startRig();
  const { cache, events } = rig.instance();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  const fresh = heldBack();
  const during = await Promise.all(Array.from({ length: 5 }, () => cache.respond(page, fresh.compute)));
  expect(during.map(({ how }) => how)).toEqual(Array.from({ length: 5 }, () => 'stale-while-revalidate'));
  fresh.resolve(answer('fresh'));
  await cache.idle();
  expect(fresh.calls()).toBe(1);
  const after = await cache.respond(page, counting().compute);
  expect([after.how, textOf(after), after.ageMs]).toEqual(['hit', 'fresh', 0]);
  expect(events.counts()).toMatchObject({ 'hit:answer:memory:stale': 5, 'refresh:expired': 1 });
});

test('what a write ended is never served as stale, expired or not', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  await rig.write('db.films:1');
  const served = await cache.respond(page, counting(() => answer('new')).compute);
  expect([served.how, served.missed, textOf(served)]).toEqual(['computed', 'invalidated', 'new']);
});

test.for([
  [60_000, 120_000],
  [5_000, 10_000],
  [600_000, 660_000],
] as const)('an answer for %d ms is not served from %d ms on', async ([maxAgeMs, endMs]) => {
  const rig = await startRig();
  const { cache } = rig.instance({ tuning: { graceMs: 60_000 } });
  await cache.respond(page, counting(() => answer('a', { maxAgeMs })).compute);
  rig.clock.advance(endMs);
  expect((await cache.respond(page, counting(() => answer('b', { maxAgeMs })).compute)).how).toBe('computed');
});

test('what time itself has made another answer has no grace', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting(() => answer('a', { expiresAtMs: START_MS + 1000 })).compute);
  rig.clock.advance(1000);
  const served = await cache.respond(page, counting().compute);
  expect([served.how, served.missed]).toEqual(['computed', 'expired']);
});

test('a refresh has a proof of its own, so that it outlives the writes before it', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting().compute);
  await rig.write('db.other:1');
  rig.clock.advance(60_000);
  const starts: (number | undefined)[] = [];
  await cache.respond(page, async (start) => {
    starts.push(start?.asOf);
    return answer('fresh');
  });
  await cache.idle();
  expect(starts).toEqual([2]);
});

test('a write during a refresh ends what it gives', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  const slow = heldBack();
  await cache.respond(page, slow.compute);
  await slow.started;
  await rig.write('db.films:1');
  slow.resolve(answer('old'));
  await cache.idle();
  expect(textOf(await cache.respond(page, counting(() => answer('new')).compute))).toBe('new');
});

test('a refresh that fails is told to the events and not to the request, and tried again', async () => {
  const rig = await startRig();
  const { cache, events } = rig.instance();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  const served = await cache.respond(page, async () => Promise.reject(new Error('no')));
  await cache.idle();
  expect([served.how, events.counts()['refresh-failed']]).toEqual(['stale-while-revalidate', 1]);
  await cache.respond(page, counting(() => answer('fresh')).compute);
  await cache.idle();
  expect(textOf(await cache.respond(page, counting().compute))).toBe('fresh');
});

test('a dear answer is refreshed before it ends, earlier the dearer it is', async () => {
  const rig = await startRig();
  const { cache, events } = rig.instance();
  const costly = async () => {
    rig.clock.advance(2000);
    return answer('a');
  };
  await cache.respond(page, costly);
  // With 0.5 drawn, XFetch acts 2,000 ms · ln 2, some 1,386 ms, before the end.
  rig.clock.advance(60_000 - 2000 - 1400);
  await cache.respond(page, counting().compute);
  expect(events.counts()['refresh:early']).toBeUndefined();
  rig.clock.advance(20);
  const served = await cache.respond(page, counting(() => answer('fresh')).compute);
  await cache.idle();
  expect([served.how, textOf(served), events.counts()['refresh:early']]).toEqual(['hit', 'a', 1]);
  expect(textOf(await cache.respond(page, counting().compute))).toBe('fresh');
});

test('a miss may join a refresh under way', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  const slow = heldBack();
  await cache.respond(page, slow.compute);
  await slow.started;
  cache.forgetLocally();
  const joining = cache.respond(page, counting().compute);
  await settle();
  slow.resolve(answer('fresh'));
  expect([(await joining).how, textOf(await joining)]).toEqual(['joined', 'fresh']);
});
