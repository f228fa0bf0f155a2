import { expect, test } from 'vitest';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { answer, counting, startRig } from './response-rig.ts';

const page = { key: 'page', viewerId: undefined };

test('a fresh answer in this process needs no promise', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
  await cache.respond(page, counting().compute);
  expect(cache.lookupNow('page', 'a viewer')).toMatchObject({ how: 'hit', tier: 'memory' });
});

test('what a write ended is not served at once', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond(page, counting().compute);
  await rig.write('db.films:1');
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
});

test('nor what is not for the viewer, what has expired, nor anything without an epoch', async () => {
  const rig = await startRig();
  const { cache } = rig.instance();
  await cache.respond({ key: 'own', viewerId: 'a' }, async () =>
    answer('of a', { audience: { viewerId: 'a' } }),
  );
  expect(cache.lookupNow('own', 'b')).toBeUndefined();
  await cache.respond(page, counting().compute);
  rig.clock.advance(60_000);
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
  await cache.respond(page, counting().compute);
  await cache.idle();
  expect(cache.lookupNow('page', undefined)).toBeDefined();
  rig.endEpoch();
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
});

test('where the log is elsewhere nothing is served at once', async () => {
  const rig = await startRig();
  const local = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  const { cache } = rig.instance({ prover: { prove: async () => local.proveNow() } });
  await cache.respond(page, counting().compute);
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
});

test('what it leaves because a refresh is due is refreshed by the request that follows, whatever is drawn then', async () => {
  const rig = await startRig();
  let drawn = 0;
  const { cache, events } = rig.instance({ random: () => drawn });
  await cache.respond(page, async () => {
    rig.clock.advance(100);
    return answer('a');
  });
  rig.clock.advance(59_000);
  drawn = 0.999_999;
  expect(cache.lookupNow('page', undefined)).toBeUndefined();
  drawn = 0;
  expect((await cache.respond(page, counting().compute)).how).toBe('hit');
  await cache.idle();
  expect(events.counts()['refresh:early']).toBe(1);
});
