import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/cache/entry.ts';
import { ALL_HOSTS, entry, plain, type StoreHost } from './implementations.ts';

describe.for(ALL_HOSTS)('an entry store in %s', ([, start]) => {
  let host: StoreHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('gives back what it was given, with everything that belongs to it', async () => {
    const store = host.fresh();
    const given: readonly Entry[] = [
      entry(),
      entry({ audience: 'anonymous', tags: [], meta: {} }),
      entry({
        audience: { viewerId: 'ü:1' },
        tags: ['db.films[genre=Comédie]'],
        asOf: Number.MAX_SAFE_INTEGER,
      }),
      entry({ body: new Uint8Array(0), ttlMs: 0.5, costMs: 0 }),
      entry({ body: Buffer.from('x'.repeat(500_000)) }),
      entry({ body: crypto.getRandomValues(new Uint8Array(50_000)) }),
    ];
    for (const [index, one] of given.entries()) await store.set(`k${index}`, one);
    const found = await store.get(given.map((_, index) => `k${index}`));
    expect(found.map(plain)).toEqual(given.map(plain));
  });

  test('answers a batch in its order, with nothing for what is not there', async () => {
    const store = host.fresh();
    const keys = Array.from({ length: 50 }, (_, index) => `film:${index}`);
    for (const [index, key] of keys.entries()) if (index % 3) await store.set(key, entry({ asOf: index }));
    const found = await store.get([...keys, keys[1] ?? '']);
    expect(found.map((one) => one?.asOf)).toEqual([
      ...keys.map((_, index) => (index % 3 ? index : undefined)),
      1,
    ]);
  });

  test('answers an empty batch', async () => {
    expect(await host.fresh().get([])).toEqual([]);
  });

  const order: readonly (readonly [string, Partial<Entry>, boolean])[] = [
    ['a newer asOf', { asOf: 11, computedAtMs: 0 }, true],
    ['an older asOf', { asOf: 9, computedAtMs: 50 }, false],
    ['the same asOf, computed later', { asOf: 10, computedAtMs: 1 }, true],
    ['the same asOf, computed earlier', { asOf: 10, computedAtMs: -1 }, false],
  ];
  test.for(order)(
    'replaces an entry by one with %s: %o, %s',
    async ([, { asOf = 0, computedAtMs = 0 }, expected]) => {
      const store = host.fresh();
      const now = Date.now();
      await store.set('k', entry({ asOf: 10, computedAtMs: now, meta: { is: 'kept' } }));
      await store.set('k', entry({ asOf, computedAtMs: now + computedAtMs, meta: { is: 'next' } }));
      const [found] = await store.get(['k']);
      expect(found?.meta).toEqual({ is: expected ? 'next' : 'kept' });
    },
  );

  test('keeps the newest of many that race for one key', async () => {
    const store = host.fresh();
    const positions = [3, 9, 1, 10, 7, 2, 8, 100, 20];
    await Promise.all(
      positions.map((asOf) => store.set('k', entry({ asOf, body: Buffer.alloc(asOf * 100) }))),
    );
    expect((await store.get(['k']))[0]?.asOf).toBe(100);
  });

  test('keeps an expired entry for its grace, and takes none whose grace is over', async () => {
    const store = host.fresh({ graceMs: 5000 });
    const now = Date.now();
    await store.set('in grace', entry({ computedAtMs: now - 2000, ttlMs: 1000 }));
    await store.set('over', entry({ computedAtMs: now - 7000, ttlMs: 1000 }));
    const [inGrace, over] = await store.get(['in grace', 'over']);
    expect([inGrace?.ttlMs, over]).toEqual([1000, undefined]);
  });

  test('forgets an entry when its life and grace are over', async () => {
    const store = host.fresh({ graceMs: 20 });
    await store.set('k', entry({ ttlMs: 80 }));
    await expect.poll(async () => (await store.get(['k']))[0], { timeout: 5000 }).toBeUndefined();
  });

  test('deletes what it is told to, there or not', async () => {
    const store = host.fresh();
    for (const key of ['a', 'b', 'c']) await store.set(key, entry());
    await store.delete(['a', 'c', 'never there']);
    expect((await store.get(['a', 'b', 'c'])).map((one) => one?.asOf)).toEqual([undefined, 1, undefined]);
    await store.set('a', entry());
    expect((await store.get(['a']))[0]).toBeDefined();
  });
});
