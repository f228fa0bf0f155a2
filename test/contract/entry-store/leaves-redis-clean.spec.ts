import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisLeases } from '../../../src/cache/stores/redis-leases.ts';
import { entry, plain, REDIS_HOSTS, type RedisStoreHost } from './implementations.ts';

describe.for(REDIS_HOSTS)('entries in %s', ([, start]) => {
  let host: RedisStoreHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const keysOf = async (prefix: string): Promise<readonly string[]> =>
    (await Promise.all(host.servers.map((server) => server.keys(`${prefix}:*`)))).flat();
  const commandsOf = async (name: string): Promise<number> => {
    const infos = await Promise.all(host.servers.map((server) => server.info('commandstats')));
    const found = infos.map((info) => new RegExp(`cmdstat_${name}:calls=(\\d+)`).exec(info)?.[1]);
    return found.reduce((sum, calls) => sum + Number(calls ?? 0), 0);
  };

  test('all expire, leases too, and nothing is left', async () => {
    const { prefix, ...store } = host.freshRedis({ graceMs: 50 });
    const leases = createRedisLeases({ client: host.client, prefix, budgetMs: 5000 });
    for (let index = 0; index < 30; index += 1)
      await store.set(`answer:n:everyone:${index}`, entry({ ttlMs: 3000 }));
    await leases.acquire('q', 3000);
    const names = await keysOf(prefix);
    expect(names).toHaveLength(31);
    const lives = await Promise.all(names.map((name) => host.client.pttl(name)));
    expect(lives.every((lifeMs) => lifeMs > 0 && lifeMs <= 3050)).toBe(true);
    await expect.poll(() => keysOf(prefix), { timeout: 10_000, interval: 100 }).toEqual([]);
  });

  test('of a batch are read in one command a server, or one round trip of a pipeline', async () => {
    const { prefix: _, ...store } = host.freshRedis();
    const keys = Array.from({ length: 40 }, (_unused, index) => `k${index}`);
    for (const key of keys) await store.set(key, entry());
    const before = { mget: await commandsOf('mget'), get: await commandsOf('get') };
    expect((await store.get(keys)).every((found) => found !== undefined)).toBe(true);
    const after = { mget: await commandsOf('mget'), get: await commandsOf('get') };
    const asBatch = { mget: 1, get: 0 };
    const asPipelines = { mget: 0, get: 40 };
    expect({ mget: after.mget - before.mget, get: after.get - before.get }).toEqual(
      host.servers.length === 1 ? asBatch : asPipelines,
    );
  });

  test('that are large are compressed, and come back whole', async () => {
    const { prefix, ...store } = host.freshRedis();
    const large = entry({
      body: Buffer.from(JSON.stringify(Array.from({ length: 5000 }, (_, id) => ({ id })))),
    });
    await store.set('k', large);
    expect(await host.client.strlen(`${prefix}:k`)).toBeLessThan(large.body.byteLength / 2);
    expect(plain((await store.get(['k']))[0])).toEqual(plain(large));
  });

  test('over the limit are not stored, however well they compress', async () => {
    const { prefix, ...store } = host.freshRedis({ maxEntryBytes: 10_000 });
    await store.set('k', entry({ body: Buffer.alloc(10_001) }));
    await store.set('just', entry({ body: Buffer.alloc(10_000) }));
    expect(await keysOf(prefix)).toEqual([`${prefix}:just`]);
  });

  test('that were cut short, changed, of another version or type are misses, and are replaced', async () => {
    const { prefix, ...store } = host.freshRedis();
    await store.set('good', entry({ asOf: 9 }));
    const bytes = await host.client.getBuffer(`${prefix}:good`);
    assert(bytes);
    const flipped = Buffer.from(bytes);
    flipped[70] = (flipped[70] ?? 0) ^ 1;
    const newer = Buffer.concat([Buffer.from('2'), bytes.subarray(1)]);
    const damaged = {
      cut: bytes.subarray(0, 50),
      flipped,
      newer,
      empty: Buffer.alloc(0),
      text: Buffer.from('hello'),
    };
    const names = [...Object.keys(damaged), 'list'];
    for (const [name, value] of Object.entries(damaged))
      await host.client.set(`${prefix}:${name}`, value, 'PX', 60_000);
    await host.client.lpush(`${prefix}:list`, 'x');
    const before = await Promise.all(names.map(async (name) => (await store.get([name]))[0]));
    expect(before).toEqual(names.map(() => undefined));
    for (const name of names) await store.set(name, entry({ asOf: 10 }));
    expect((await store.get(names)).map((found) => found?.asOf)).toEqual(names.map(() => 10));
  });

  test('one that is not readable does not hide the others of its batch', async () => {
    const { prefix, ...store } = host.freshRedis();
    for (const key of ['a', 'b']) await store.set(key, entry());
    await host.client.set(`${prefix}:bad`, 'nonsense', 'PX', 60_000);
    expect((await store.get(['a', 'bad', 'b'])).map((found) => found?.asOf)).toEqual([1, undefined, 1]);
  });

  test('have leases that one holder has at a time, and only the holder gives back', async () => {
    const { prefix } = host.freshRedis();
    const leases = createRedisLeases({ client: host.client, prefix, budgetMs: 5000 });
    const first = await leases.acquire('q', 60_000);
    expect([await leases.acquire('q', 60_000), await leases.isHeld('q'), await leases.isHeld('r')]).toEqual([
      'taken',
      true,
      false,
    ]);
    await host.client.set(`${prefix}:lease:q`, "another's", 'PX', 60_000);
    if (typeof first === 'object') await first.release();
    expect(await leases.isHeld('q')).toBe(true);
    await host.client.unlink(`${prefix}:lease:q`);
    const second = await leases.acquire('q', 60_000);
    if (typeof second === 'object') await second.release();
    expect(await leases.isHeld('q')).toBe(false);
  });
});
