import { expect, test } from 'vitest';
import { createCacheEvents } from '../../../src/cache/events.ts';
import {
  createEntityCache,
  type ComputedEntity,
  type ComputeMissing,
  type EntityKey,
  type EntityRead,
} from '../../../src/cache/entity-cache.ts';
import type { Prover } from '../../../src/cache/log/prover.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { createMemoryStore, type MemoryStore } from '../../../src/cache/stores/memory-store.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { startRig, START_MS } from './response-rig.ts';

const film = (id: string): EntityKey => ({ entity: 'film', id, attribute: 'document' });
const entity = (id: string, change: Partial<ComputedEntity> = {}): ComputedEntity => ({
  body: Buffer.from(id),
  tags: [`db.films:${id}`],
  maxAgeMs: 60_000,
  meta: {},
  ...change,
});
const idOf = (read: EntityRead | Error | undefined): string =>
  read instanceof Error ? read.message : Buffer.from(read?.body ?? []).toString();

const start = async (options: { remote?: MemoryStore; version?: string; maxEntryBytes?: number } = {}) => {
  const rig = await startRig();
  const events = createCacheEvents();
  const local = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  let proofs = 0;
  const prover: Prover = {
    async prove() {
      proofs += 1;
      return local.proveNow();
    },
  };
  const instance = (remote = options.remote) => {
    const memory = createMemoryStore({ maxBytes: 1_000_000, clock: rig.clock });
    const cache = createEntityCache({
      prover,
      authority: rig.authority,
      memory,
      ...(remote ? { remote } : {}),
      events,
      logger: quiet,
      version: options.version ?? 'v1',
      clock: rig.clock,
      random: () => 0.5,
      ttlJitter: 0,
      ...(options.maxEntryBytes === undefined ? {} : { maxEntryBytes: options.maxEntryBytes }),
    });
    return { cache, memory };
  };
  const asked: string[][] = [];
  const load: ComputeMissing = async (missing) => {
    asked.push(missing.map(({ id }) => id));
    return missing.map(({ id }) => entity(id));
  };
  return { rig, events, prover, instance, asked, load, proofs: () => proofs };
};

test('only what is not kept is computed, in one call, and all come in order with their tags', async () => {
  const { instance, asked, load } = await start();
  const { cache } = instance();
  await cache.getMany([film('1'), film('3')], load);
  const reads = await cache.getMany([film('3'), film('2'), film('1')], load);
  expect(reads.map(idOf)).toEqual(['3', '2', '1']);
  expect(reads.map((read) => (read instanceof Error ? [] : read.tags))).toEqual([
    ['db.films:3'],
    ['db.films:2'],
    ['db.films:1'],
  ]);
  expect(asked).toEqual([['1', '3'], ['2']]);
});

test('a write ends an entity', async () => {
  const { rig, instance, asked, load, events } = await start();
  const { cache } = instance();
  await cache.getMany([film('1'), film('2')], load);
  await rig.write('db.films:1');
  await cache.getMany([film('1'), film('2')], load);
  expect(asked).toEqual([['1', '2'], ['1']]);
  expect(events.counts()).toMatchObject({ 'miss:entity:invalidated': 1, 'hit:entity:memory': 1 });
});

test('a write during the reading ends what was read', async () => {
  const { rig, instance, asked, load } = await start();
  const { cache } = instance();
  await cache.getMany([film('1')], async (missing, begun) => {
    await rig.write('db.films:1');
    return load(missing, begun);
  });
  await cache.getMany([film('1')], load);
  expect(asked).toEqual([['1'], ['1']]);
});

test("the operation's own proof is used, and none is taken", async () => {
  const { rig, prover, instance, load, proofs } = await start();
  const { cache } = instance();
  await rig.write('db.films:9');
  const proof = await prover.prove();
  const starts: (number | undefined)[] = [];
  await cache.getMany(
    [film('1')],
    async (missing, begun) => {
      starts.push(begun?.asOf);
      return load(missing, begun);
    },
    proof,
  );
  expect([proofs(), starts]).toEqual([1, [2]]);
});

test('the other tier is asked once a batch, and what it has is kept here', async () => {
  const { rig, instance, asked, load } = await start();
  const store = createMemoryStore({ maxBytes: 1_000_000, clock: rig.clock });
  const batches: number[] = [];
  const remote: MemoryStore = {
    ...store,
    get(keys) {
      batches.push(keys.length);
      return store.get(keys);
    },
  };
  const one = instance(remote);
  const other = instance(remote);
  await one.cache.getMany([film('1'), film('2')], load);
  await one.cache.idle();
  await other.cache.getMany([film('1'), film('2'), film('3')], load);
  await other.cache.getMany([film('1'), film('2'), film('3')], load);
  expect(batches).toEqual([2, 3]);
  expect(asked).toEqual([['1', '2'], ['3']]);
});

test('keys are readable, and name version and epoch', async () => {
  const { rig, instance, load } = await start();
  const { cache, memory } = instance();
  await cache.getMany([{ entity: 'film', id: 'a:b', attribute: 'document' }], load);
  expect(memory.peek(`film:a%3ab:document:v1:${rig.nonce()}`)).toBeDefined();
  await expect(cache.getMany([{ ...film('1'), entity: 'answer' }], load)).rejects.toThrow(
    'entity: "answer" begins the keys of other things',
  );
});

test('its life is not begun anew by reading it', async () => {
  const { rig, instance, load, asked } = await start();
  const { cache } = instance();
  await cache.getMany([film('1')], load);
  rig.clock.advance(50_000);
  const [read] = await cache.getMany([film('1')], load);
  expect(read).toMatchObject({ tier: 'memory', expiresAtMs: START_MS + 60_000 });
  rig.clock.advance(10_000);
  await cache.getMany([film('1')], load);
  expect(asked).toEqual([['1'], ['1']]);
});

test('an entity that failed, may not be kept or is too large is given and not stored', async () => {
  const { instance, events } = await start({ maxEntryBytes: 5 });
  const { cache, memory } = instance();
  const reads = await cache.getMany([film('1'), film('2'), film('3')], async () => [
    new Error('no such film'),
    entity('2', { uncacheable: 'depends on the viewer' }),
    entity('large'.repeat(2)),
  ]);
  expect(reads.map(idOf)).toEqual(['no such film', '2', 'largelarge']);
  expect(reads[1]).toMatchObject({ uncacheable: 'depends on the viewer' });
  expect(memory.size).toBe(0);
  expect(events.counts()).toMatchObject({
    'not-stored:entity:uncacheable': 1,
    'not-stored:entity:too-large': 1,
  });
});

test('without a living epoch all are computed and none stored', async () => {
  const { rig, instance, load, asked } = await start();
  const { cache, memory } = instance();
  await cache.getMany([film('1')], load);
  rig.endEpoch();
  const starts: unknown[] = [];
  await cache.getMany([film('1')], async (missing, begun) => {
    starts.push(begun);
    return load(missing, begun);
  });
  expect([starts, asked.length, memory.size]).toEqual([[undefined], 2, 1]);
});

test('what was read in an epoch that ended meanwhile is not stored', async () => {
  const { rig, instance, load } = await start();
  const { cache, memory } = instance();
  await cache.getMany([film('1')], async (missing, begun) => {
    await rig.beginEpoch();
    return load(missing, begun);
  });
  expect(memory.size).toBe(0);
});

test('another number of results than of keys is an error', async () => {
  const { instance } = await start();
  await expect(instance().cache.getMany([film('1'), film('2')], async () => [entity('1')])).rejects.toThrow(
    'computeMissing: expected 2 results but got 1',
  );
});

test('an entity is not served when the epoch ends while the other tier is asked', async () => {
  const { rig, prover, instance, load, asked } = await start();
  const store = createMemoryStore({ maxBytes: 1_000_000, clock: rig.clock });
  await instance(store).cache.getMany([film('1')], load);
  const ending: MemoryStore = {
    ...store,
    async get(keys) {
      rig.endEpoch();
      return store.get(keys);
    },
  };
  const proof = await prover.prove();
  await instance(ending).cache.getMany([film('1')], load, proof && { ...proof, isCurrent: () => true });
  expect(asked).toEqual([['1'], ['1']]);
});
