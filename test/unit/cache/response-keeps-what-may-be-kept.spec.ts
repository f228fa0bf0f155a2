import { expect, test } from 'vitest';
import type { Computed } from '../../../src/cache/keepable.ts';
import type { NotStoredReason } from '../../../src/cache/events.ts';
import { answer, counting, heldBack, startRig, START_MS } from './response-rig.ts';

const page = { key: 'page', viewerId: undefined };

const refused: readonly (readonly [string, Partial<Computed>, NotStoredReason])[] = [
  ['with errors', { uncacheable: 'errors' }, 'uncacheable'],
  ['without an age', { maxAgeMs: 0 }, 'no-max-age'],
  ['with an age that is no number', { maxAgeMs: Number.NaN }, 'no-max-age'],
  ['over 1 MB', { body: new Uint8Array(1_000_001) }, 'too-large'],
  ['whose time is over already', { expiresAtMs: START_MS }, 'past-its-end'],
];

test.for(refused)('an answer %s is served and not stored', async ([, change, reason]) => {
  const rig = await startRig();
  const { cache, memory, events } = rig.instance();
  const served = await cache.respond(page, counting(() => answer('a', change)).compute);
  expect(served).toMatchObject({ how: 'computed', ttlMs: 0, notStored: { reason } });
  expect(memory.size).toBe(0);
  expect(events.counts()).toMatchObject({ [`not-stored:answer:${reason}`]: 1 });
});

test('an answer of exactly the limit is stored', async () => {
  const rig = await startRig();
  const { cache, memory } = rig.instance();
  await cache.respond(page, counting(() => answer('', { body: new Uint8Array(1_000_000) })).compute);
  expect(memory.size).toBe(1);
});

test("the host's reason is told", async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const served = await cache.respond(
    page,
    counting(() => answer('a', { uncacheable: 'used the clock' })).compute,
  );
  expect(served.notStored).toEqual({ reason: 'uncacheable', detail: 'used the clock' });
});

test('an answer of an epoch that ended during its computation is not stored', async () => {
  const rig = await startRig();
  const { cache, memory } = rig.instance();
  const slow = heldBack();
  const served = cache.respond(page, slow.compute);
  await slow.started;
  await rig.beginEpoch();
  slow.resolve(answer('a'));
  expect((await served).notStored).toEqual({ reason: 'epoch-changed' });
  expect(memory.size).toBe(0);
});

test.for([
  [0, 60_000],
  [0.5, 57_000],
  [1, 54_000],
] as const)(
  'the life of an answer is at most a tenth shorter than asked, and never longer: %d gives %d ms',
  async ([random, ttlMs]) => {
    const rig = await startRig();
    const { cache } = rig.instance({ random: () => random, tuning: { ttlJitter: 0.1 } });
    expect((await cache.respond(page, counting().compute)).ttlMs).toBeCloseTo(ttlMs);
  },
);

test('an answer lives no longer than to an end that time itself sets', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const served = await cache.respond(
    page,
    counting(() => answer('a', { expiresAtMs: START_MS + 5_000 })).compute,
  );
  expect(served.ttlMs).toBe(5_000);
});

test('its life counts from the beginning of its computation', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, async () => {
    rig.clock.advance(400);
    return answer('a');
  });
  expect(await cache.respond(page, counting().compute)).toMatchObject({ how: 'hit', ageMs: 400 });
});

test('meta comes back with the body', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const films = counting(() => answer('a', { meta: { types: ['Film'] } }));
  await cache.respond(page, films.compute);
  expect((await cache.respond(page, films.compute)).meta).toEqual({ types: ['Film'] });
});

test('what was taken away is computed anew', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  const films = counting();
  await cache.respond(page, films.compute);
  await cache.forget('page', undefined);
  await cache.respond(page, films.compute);
  cache.forgetLocally();
  await cache.respond(page, films.compute);
  expect(films.calls()).toBe(3);
});

test('options out of range are all named at once', async () => {
  const rig = await startRig();
  expect(() => rig.instance({ tuning: { graceMs: -1, ttlJitter: 1 } })).toThrow(
    'graceMs: expected a number from 0 up but got -1; ttlJitter: expected less than 1 but got 1',
  );
});
