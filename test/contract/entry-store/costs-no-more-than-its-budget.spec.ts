import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCacheEvents } from '../../../src/cache/events.ts';
import { createRedisLeases } from '../../../src/cache/stores/redis-leases.ts';
import { createRedisStore } from '../../../src/cache/stores/redis-store.ts';
import { entry, REDIS_HOSTS, type RedisStoreHost } from './implementations.ts';

const BUDGET_MS = 100;

describe.for(REDIS_HOSTS)('%s that hangs', ([, start]) => {
  let host: RedisStoreHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of host.pids) process.kill(pid, name);
  };

  test('costs one budget, then nothing, and is used again once it answers', async () => {
    const events = createCacheEvents();
    const store = host.freshRedis({ events, budgetMs: BUDGET_MS, probeEveryMs: 20 });
    const keys = Array.from({ length: 30 }, (_, index) => `k${index}`);
    for (const key of keys) await store.set(key, entry());
    signal('SIGSTOP');
    try {
      const fromMs = performance.now();
      expect((await store.get(keys)).every((found) => found === undefined)).toBe(true);
      const firstMs = performance.now() - fromMs;
      for (let round = 0; round < 20; round += 1) {
        await store.get(keys);
        await store.set('k0', entry({ asOf: 5 }));
        await store.delete(['k0']);
      }
      const restMs = performance.now() - fromMs - firstMs;
      expect(firstMs).toBeGreaterThanOrEqual(BUDGET_MS - 5);
      expect(restMs).toBeLessThan(BUDGET_MS);
    } finally {
      signal('SIGCONT');
    }
    await expect
      .poll(async () => (await store.get(keys)).every((found) => found?.asOf === 1), { timeout: 10_000 })
      .toBe(true);
    // Once a server; one that wakes up may miss its budget once more before it keeps up.
    const { length } = host.servers;
    const { 'store-unavailable:redis': lost = 0, 'store-available:redis': found = 0 } = events.counts();
    expect(found).toBe(lost);
    expect(lost).toBeGreaterThanOrEqual(length);
    expect(lost).toBeLessThanOrEqual(2 * length);
  });

  test('gives no lease, and does not keep anyone from computing', async () => {
    const { prefix } = host.freshRedis();
    const leases = createRedisLeases({ client: host.client, prefix, budgetMs: BUDGET_MS });
    signal('SIGSTOP');
    try {
      expect(await leases.acquire('q', 1000)).toBe('unavailable');
      expect(await leases.isHeld('q')).toBe(false);
    } finally {
      signal('SIGCONT');
      leases.close();
    }
  });
});

test('a server that is not there costs no more either, and nothing throws', async () => {
  const events = createCacheEvents();
  const client = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => 60_000 });
  client.on('error', () => undefined);
  const store = createRedisStore({ client, prefix: 'p', budgetMs: BUDGET_MS, events });
  const fromMs = performance.now();
  expect(await store.get(['a', 'b'])).toEqual([undefined, undefined]);
  await store.set('a', entry());
  await store.delete(['a']);
  expect(performance.now() - fromMs).toBeLessThan(5 * BUDGET_MS);
  store.close();
  client.disconnect();
});
