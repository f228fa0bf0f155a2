import { expect, test } from 'vitest';
import type { Entry } from '../../../src/cache/entry.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import type { Prover } from '../../../src/cache/log/prover.ts';
import type { LeaseKeeper } from '../../../src/cache/stores/leases.ts';
import { createMemoryStore, type MemoryStore } from '../../../src/cache/stores/memory-store.ts';
import { answer, counting, heldBack, memoryLeases, settle, startRig, textOf } from './response-rig.ts';

const list = { key: 'list', viewerId: undefined };

const startTwo = async (leases?: LeaseKeeper) => {
  const rig = await startRig();
  const store = createMemoryStore({ maxBytes: 10_000_000, clock: rig.clock });
  const kept = memoryLeases(rig.clock);
  const remote = { store, leases: leases ?? kept };
  return { rig, store, leases: kept, one: rig.instance({ remote }), other: rig.instance({ remote }) };
};

test('one instance serves what another computed, and then from its own memory', async () => {
  const { one, other } = await startTwo();
  const films = counting();
  await one.cache.respond(list, films.compute);
  await one.cache.idle();
  expect(await other.cache.respond(list, films.compute)).toMatchObject({ how: 'hit', tier: 'remote' });
  expect(await other.cache.respond(list, films.compute)).toMatchObject({ how: 'hit', tier: 'memory' });
  expect(films.calls()).toBe(1);
});

test('both audiences are looked up in one get, and a hit here asks for none', async () => {
  const { rig, store } = await startTwo();
  const asked: (readonly string[])[] = [];
  const spied: MemoryStore = {
    ...store,
    get(keys) {
      asked.push(keys);
      return store.get(keys);
    },
  };
  const leases: LeaseKeeper = { acquire: async () => 'unavailable', isHeld: async () => false };
  const { cache } = rig.instance({ remote: { store: spied, leases } });
  await cache.respond({ key: 'list', viewerId: 'a' }, counting().compute);
  const before = asked.length;
  await cache.respond({ key: 'list', viewerId: 'a' }, counting().compute);
  expect(asked.length).toBe(before);
  expect(asked[0]).toEqual([`answer:${rig.nonce()}:everyone:list`, `answer:${rig.nonce()}:viewer:a:list`]);
});

test('an answer that a write ended here is looked for elsewhere, where a newer one may be', async () => {
  const { rig, one, other } = await startTwo();
  await one.cache.respond(list, counting(() => answer('old')).compute);
  await one.cache.idle();
  await rig.write('db.films:1');
  await other.cache.respond(list, counting(() => answer('new')).compute);
  await other.cache.idle();
  const served = await one.cache.respond(list, counting(() => answer('third')).compute);
  expect([served.how, served.tier, textOf(served)]).toEqual(['hit', 'remote', 'new']);
});

test('200 identical cold queries over two instances cost one computation', async () => {
  const { one, other } = await startTwo();
  const slow = heldBack();
  const all = Promise.all(
    Array.from({ length: 200 }, (_, index) => (index % 2 ? one : other).cache.respond(list, slow.compute)),
  );
  await slow.started;
  await settle();
  slow.resolve(answer('a'));
  expect(new Set((await all).map(textOf))).toEqual(new Set(['a']));
  expect(slow.calls()).toBe(1);
});

test('a lease is given back once the answer is in the shared store, also after an error', async () => {
  const { one, leases } = await startTwo();
  await one.cache.respond(list, counting().compute);
  await one.cache.idle();
  await expect(
    one.cache.respond({ ...list, key: 'bad' }, () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no');
  await one.cache.idle();
  expect(leases.held.size).toBe(0);
});

test('an instance that waits for another goes on by itself when that one gives up', async () => {
  const { rig, one, other } = await startTwo();
  const slow = heldBack();
  const first = one.cache.respond(list, slow.compute);
  await slow.started;
  const second = other.cache.respond(list, counting(() => answer('own')).compute);
  await settle();
  const waitedFromMs = rig.clock();
  slow.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  expect(textOf(await second)).toBe('own');
  expect(rig.clock() - waitedFromMs).toBeLessThan(200);
});

test('a lease whose holder died holds nobody up for more than the wait', async () => {
  const { rig, other, leases } = await startTwo();
  await leases.acquire(`all|${rig.nonce()}:list`, 5000);
  const fromMs = rig.clock();
  expect(textOf(await other.cache.respond(list, counting(() => answer('own')).compute))).toBe('own');
  expect(rig.clock() - fromMs).toBeGreaterThanOrEqual(1000);
  expect(rig.clock() - fromMs).toBeLessThan(1100);
});

test('what costs much is waited for longer than a lease lives, and computed once', async () => {
  const { rig, one, other } = await startTwo();
  const dear = { ...list, patienceMs: 8_000 };
  const slow = heldBack();
  const fromMs = rig.clock();
  const first = one.cache.respond(dear, slow.compute);
  await slow.started;
  const none = counting();
  const second = other.cache.respond(dear, none.compute);
  while (rig.clock() - fromMs < 6_000) await settle();
  slow.resolve(answer('dear'));
  expect([textOf(await first), textOf(await second)]).toEqual(['dear', 'dear']);
  expect(none.calls()).toBe(0);
});

test('what costs much holds nobody up for longer than they are patient', async () => {
  const { rig, other, leases } = await startTwo();
  await leases.acquire(`all|${rig.nonce()}:list`, 60_000);
  const fromMs = rig.clock();
  const served = await other.cache.respond(
    { ...list, patienceMs: 8_000 },
    counting(() => answer('own')).compute,
  );
  expect(textOf(served)).toBe('own');
  expect(rig.clock() - fromMs).toBeGreaterThanOrEqual(8_000);
  expect(rig.clock() - fromMs).toBeLessThan(8_100);
});

test('leases that can not be reached hold nobody up', async () => {
  const { one } = await startTwo({ acquire: async () => 'unavailable', isHeld: async () => false });
  expect((await one.cache.respond(list, counting().compute)).how).toBe('computed');
});

test('an instance that waited does not take what a write has ended since', async () => {
  const { rig, one, other } = await startTwo();
  const slow = heldBack();
  const first = one.cache.respond(list, slow.compute);
  await slow.started;
  await rig.write('db.films:1');
  const second = other.cache.respond(list, counting(() => answer('new')).compute);
  await settle();
  slow.resolve(answer('old'));
  expect([textOf(await first), textOf(await second)]).toEqual(['old', 'new']);
});

test('one instance refreshes what expired; the other leaves it to that one, then takes it over', async () => {
  const { rig, one, other } = await startTwo();
  const films = counting();
  await one.cache.respond(list, films.compute);
  await one.cache.idle();
  await other.cache.respond(list, films.compute);
  rig.clock.advance(60_000);
  const slow = heldBack();
  await one.cache.respond(list, slow.compute);
  await slow.started;
  const none = counting();
  expect((await other.cache.respond(list, none.compute)).how).toBe('stale-while-revalidate');
  await other.cache.idle();
  slow.resolve(answer('fresh'));
  await one.cache.idle();
  await other.cache.respond(list, none.compute);
  await other.cache.idle();
  expect(textOf(await other.cache.respond(list, none.compute))).toBe('fresh');
  expect(none.calls()).toBe(0);
});

test('a shared store that holds nonsense is no worse than an empty one', async () => {
  const { rig, one, store } = await startTwo();
  const foreign: Entry = {
    body: Buffer.from('x'),
    tags: [],
    asOf: 0,
    computedAtMs: rig.clock(),
    ttlMs: 1000,
    costMs: 0,
    audience: { viewerId: 'somebody' },
    meta: {},
  };
  store.put(`answer:${rig.nonce()}:everyone:list`, foreign);
  expect((await one.cache.respond(list, counting().compute)).how).toBe('computed');
});

/** A store over another, whose first answers or writes can be held up. */
const heldUp = (store: MemoryStore) => {
  const gets = Promise.withResolvers<void>();
  const sets = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const slowGet: MemoryStore = {
    ...store,
    async get(keys) {
      const found = await store.get(keys);
      asked.resolve();
      await gets.promise;
      return found;
    },
  };
  const slowSet: MemoryStore = {
    ...store,
    async set(key, kept) {
      await sets.promise;
      await store.set(key, kept);
    },
  };
  return { slowGet, slowSet, asked: asked.promise, letGet: gets.resolve, letSet: sets.resolve };
};

test('whoever waits for another instance waits until the answer is stored, not only computed', async () => {
  const { rig, store, leases, other } = await startTwo();
  const { slowSet, letSet } = heldUp(store);
  const one = rig.instance({ remote: { store: slowSet, leases } });
  const films = counting();
  await one.cache.respond(list, films.compute);
  const second = other.cache.respond(list, films.compute);
  await settle();
  letSet();
  expect(await second).toMatchObject({ how: 'joined', tier: 'remote' });
  expect(films.calls()).toBe(1);
});

test('an answer that another instance stored between the look-up and the lease is found', async () => {
  const { rig, store, leases, one } = await startTwo();
  const { slowGet, asked, letGet } = heldUp(store);
  const late = rig.instance({ remote: { store: slowGet, leases } });
  const films = counting();
  const second = late.cache.respond(list, films.compute);
  await asked;
  await one.cache.respond(list, films.compute);
  await one.cache.idle();
  letGet();
  expect((await second).how).toBe('joined');
  expect(films.calls()).toBe(1);
});

test('an answer that this instance computed while the shared store was asked is found', async () => {
  const { rig, store } = await startTwo();
  const { slowGet, asked, letGet } = heldUp(store);
  const leases: LeaseKeeper = { acquire: async () => 'unavailable', isHeld: async () => false };
  const memory = createMemoryStore({ maxBytes: 1_000_000, clock: rig.clock });
  const late = rig.instance({ memory, remote: { store: slowGet, leases } });
  const quick = rig.instance({ memory });
  const films = counting();
  const second = late.cache.respond(list, films.compute);
  await asked;
  await quick.cache.respond(list, films.compute);
  letGet();
  expect(await second).toMatchObject({ how: 'hit', tier: 'memory' });
});

test('an answer is not served when the epoch ends while the shared store is asked', async () => {
  const { rig, store, leases, one } = await startTwo();
  await one.cache.respond(list, counting(() => answer('old')).compute);
  await one.cache.idle();
  const { slowGet, asked, letGet } = heldUp(store);
  const real = createLocalProver({ log: rig.log, authority: rig.authority, declarations: 'd' });
  const blind: Prover = {
    async prove() {
      const proof = real.proveNow();
      return proof && { ...proof, isCurrent: () => true };
    },
  };
  const late = rig.instance({ prover: blind, remote: { store: slowGet, leases } });
  const served = late.cache.respond(list, counting(() => answer('new')).compute);
  await asked;
  rig.endEpoch();
  letGet();
  expect([(await served).how, textOf(await served)]).toEqual(['bypassed', 'new']);
});
