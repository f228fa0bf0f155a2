import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisLog, LOG_REDIS_OPTIONS } from '../../../src/cache/log/redis-log.ts';
import { type LogHost, REDIS_HOSTS, type RedisLogPlace, whenReady } from './implementations.ts';

const record = (id: number) => ({ tags: [`shop.films:${id}`], declarations: 'd1' });
const unavailable = { name: 'LogUnavailableError' };

describe.each(REDIS_HOSTS)('the invalidation log in %s', (_name, start) => {
  let host: LogHost<RedisLogPlace>;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('appends, proves and begins epochs when memory is full', async () => {
    const place = await host.place();
    const log = await place.instance();
    const epoch = await log.open();
    await place.redis.config('SET', 'maxmemory-policy', 'noeviction');
    await place.redis.config('SET', 'maxmemory', '1');
    try {
      await expect(place.redis.hset(place.head, 'else', '1')).rejects.toThrow('OOM');
      expect(await log.append(epoch, record(1))).toBe(2);
      expect(await log.prove(epoch, 1)).toMatchObject({ position: 2, records: { length: 1 } });
      const next = await log.open();
      expect(await log.append(next, record(1))).toBe(2);
    } finally {
      await place.redis.config('SET', 'maxmemory', '0');
    }
  });

  test('goes on after the server forgot its scripts', async () => {
    const place = await host.place();
    const log = await place.instance();
    const epoch = await log.open();
    await log.append(epoch, record(1));
    await log.prove(epoch, 1);
    await place.redis.script('FLUSH');
    expect(await log.append(epoch, record(2))).toBe(3);
    await place.redis.script('FLUSH');
    expect(await log.prove(epoch, 1)).toMatchObject({ position: 3, records: { length: 2 } });
  });

  test('says in time that the server hangs, and mistakes no late reply for another one', async () => {
    const place = await host.place();
    const patient = await place.instance();
    const log = await place.instance({ proofTimeoutMs: 60, appendTimeoutMs: 90 });
    const epoch = await log.open();
    await log.append(epoch, record(1));
    process.kill(place.server.pid, 'SIGSTOP');
    try {
      const began = performance.now();
      const proof = log.prove(epoch, 0);
      await expect(proof).rejects.toMatchObject(unavailable);
      const proofMs = performance.now() - began;
      expect(proofMs).toBeGreaterThanOrEqual(55);
      expect(proofMs).toBeLessThan(1000);
      await expect(log.append(epoch, record(2))).rejects.toMatchObject(unavailable);
      await expect(log.prove(epoch, 1)).rejects.toMatchObject(unavailable);
    } finally {
      process.kill(place.server.pid, 'SIGCONT');
    }
    // The append's outcome was unknown; now it is known, and the late replies are those of calls long over.
    expect(await patient.prove(epoch, 1)).toMatchObject({ position: 3 });
    await expect.poll(() => log.prove(epoch, 3).catch(() => 'not yet')).toMatchObject({ records: [] });
    const position = await log.append(epoch, record(4));
    expect(position).toBe(4);
    const [two, three, four] = await Promise.all([2, 3, 4].map((applied) => patient.prove(epoch, applied)));
    expect(two).toMatchObject({ records: [{ position: 3 }, { position: 4 }] });
    expect(three).toMatchObject({ records: [{ position: 4, tags: ['shop.films:4'] }] });
    expect(four).toMatchObject({ records: [] });
  });
});

describe.each(REDIS_HOSTS.filter(([name]) => name !== 'a Redis Cluster'))(
  'a connection of the log to %s',
  (_name, start) => {
    let host: LogHost<RedisLogPlace>;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host[Symbol.asyncDispose]());

    test('needs few permissions, and none beyond its keys', async () => {
      const place = await host.place();
      const commands = [
        'info',
        'eval',
        'evalsha',
        'del',
        'hdel',
        'hmget',
        'hset',
        'xadd',
        'xrange',
        'xrevrange',
      ];
      const rules = ['on', '>secret', `~${place.prefix}:{log}:*`, '-@all', ...commands.map((it) => `+${it}`)];
      // For ioredis, which greets the server.
      await place.redis.acl('SETUSER', 'log', ...rules, '+hello');
      await using resources = new AsyncDisposableStack();
      const client = new Redis(place.server.url, {
        ...LOG_REDIS_OPTIONS,
        username: 'log',
        password: 'secret',
      });
      resources.defer(() => client.disconnect());
      await whenReady(client);
      const log = createRedisLog({ client, prefix: place.prefix, proofTimeoutMs: 5000 });
      const epoch = await log.open();
      expect(await log.append(epoch, record(1))).toBe(2);
      expect(await log.prove(epoch, 0)).toMatchObject({ position: 2, records: { length: 2 } });
      await expect(client.get('anything')).rejects.toThrow('NOPERM');

      await place.redis.acl('SETUSER', 'log', '-info');
      await expect(log.prove(epoch, 0)).rejects.toMatchObject(unavailable);
    });

    test('that is not there yet fails calls at once', async () => {
      const place = await host.place();
      await using resources = new AsyncDisposableStack();
      const client = new Redis(place.server.url, { ...LOG_REDIS_OPTIONS, lazyConnect: true });
      resources.defer(() => client.disconnect());
      const log = createRedisLog({ client, prefix: place.prefix });
      await expect(log.open()).rejects.toMatchObject(unavailable);
      await expect(log.prove({ nonce: 'any', logId: 'any' }, 0)).rejects.toMatchObject(unavailable);
    });

    test('that breaks ends the calls under way, repeats none and comes back', async () => {
      const place = await host.place();
      await using resources = new AsyncDisposableStack();
      const client = new Redis(place.server.url, { ...LOG_REDIS_OPTIONS, retryStrategy: () => 10 });
      resources.defer(() => client.disconnect());
      await whenReady(client);
      const log = createRedisLog({
        client,
        prefix: place.prefix,
        proofTimeoutMs: 60_000,
        appendTimeoutMs: 60_000,
      });
      const epoch = await log.open();
      const id = await client.client('ID');
      process.kill(place.server.pid, 'SIGSTOP');
      const calls = [log.append(epoch, record(1)), log.prove(epoch, 1)];
      const results = Promise.allSettled(calls);
      client.stream.destroy();
      process.kill(place.server.pid, 'SIGCONT');
      expect(await results).toMatchObject([{ reason: unavailable }, { reason: unavailable }]);
      await whenReady(client);
      expect(await client.client('ID')).not.toBe(id);
      const { position } = await log.prove(epoch, 1);
      expect(position).toBeLessThanOrEqual(2);
      expect(await log.append(epoch, record(2))).toBe(position + 1);
    });
  },
);

test('a client that would keep or repeat commands is refused, with every fault named', async () => {
  await using resources = new AsyncDisposableStack();
  const client = new Redis({ lazyConnect: true });
  resources.defer(() => client.disconnect());
  expect(() => createRedisLog({ client, prefix: 'p', maxRecords: 0, maxTail: 1.5 })).toThrow(
    'maxRecords: expected a positive integer but got 0; maxTail: expected a positive integer but got 1.5; ' +
      'client enableOfflineQueue: expected false but got true; ' +
      'client maxRetriesPerRequest: expected 0 but got 20',
  );
});
