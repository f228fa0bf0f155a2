import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Epoch } from '../../../src/cache/epoch.ts';
import {
  type InvalidationLog,
  LogRefusedError,
  type RefusalReason,
} from '../../../src/cache/log/invalidation-log.ts';
import { createRedisLog, LOG_REDIS_OPTIONS } from '../../../src/cache/log/redis-log.ts';
import { Redis } from 'ioredis';
import { type LogHost, REDIS_HOSTS, type RedisLogPlace, whenReady } from './implementations.ts';

const record = { tags: ['shop.films:1'], declarations: 'd1' };

/** Why an append and a proof are refused. */
const refusals = (log: InvalidationLog, epoch: Epoch): Promise<unknown[]> =>
  Promise.all([log.append(epoch, record), log.prove(epoch, 2)].map((call) => call.catch(reasonOf)));

const reasonOf = (error: unknown): unknown => (error instanceof LogRefusedError ? error.reason : error);

const both = (reason: RefusalReason) => [reason, reason];

/** All there is of the log, to the byte. */
const contents = async ({ redis, head, stream }: RedisLogPlace) =>
  Promise.all([redis.hgetall(head), redis.xrange(stream, '-', '+'), redis.ttl(head), redis.ttl(stream)]);

describe.each(REDIS_HOSTS)('the invalidation log in %s', (_name, start) => {
  let host: LogHost<RedisLogPlace>;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  /** A log of two records. */
  const written = async () => {
    const place = await host.place();
    const log = await place.instance();
    const epoch = await log.open();
    await log.append(epoch, record);
    return { place, log, epoch };
  };

  test('refuses when everything was flushed', async () => {
    const { place, log, epoch } = await written();
    await place.redis.flushall();
    expect(await refusals(log, epoch)).toEqual(both('head-missing'));
  });

  test('refuses when the head was evicted', async () => {
    const { place, log, epoch } = await written();
    await place.redis.del(place.head);
    expect(await refusals(log, epoch)).toEqual(both('head-missing'));
  });

  test('refuses when the stream was evicted', async () => {
    const { place, log, epoch } = await written();
    await place.redis.del(place.stream);
    expect(await refusals(log, epoch)).toEqual(both('head-not-last'));
  });

  test('refuses when the last record was deleted', async () => {
    const { place, log, epoch } = await written();
    await place.redis.xdel(place.stream, '2-0');
    expect(await refusals(log, epoch)).toEqual(both('head-not-last'));
  });

  test('refuses when all records were trimmed', async () => {
    const { place, log, epoch } = await written();
    await place.redis.xtrim(place.stream, 'MAXLEN', 0);
    expect(await refusals(log, epoch)).toEqual(both('head-not-last'));
  });

  test('refuses when somebody else added a record', async () => {
    const { place, log, epoch } = await written();
    await place.redis.xadd(place.stream, '3-0', 'declarations', '', 'tags', '[]');
    expect(await refusals(log, epoch)).toEqual(both('head-not-last'));
  });

  test('refuses a proof when it went back to an older state', async () => {
    const { place, log, epoch } = await written();
    const older = await Promise.all([
      place.redis.dumpBuffer(place.head),
      place.redis.dumpBuffer(place.stream),
    ]);
    const position = await log.append(epoch, record);
    await place.redis.restore(place.head, 0, older[0] ?? '', 'REPLACE');
    await place.redis.restore(place.stream, 0, older[1] ?? '', 'REPLACE');
    const refusal = { name: 'LogRefusedError', reason: 'behind-applied' };
    await expect(log.prove(epoch, position)).rejects.toMatchObject(refusal);
  });

  test('refuses when the server has begun another life', async () => {
    const { place, log, epoch } = await written();
    await place.redis.call('DEBUG', 'CHANGE-REPL-ID');
    expect(await refusals(log, epoch)).toEqual(both('other-log'));
  });

  test('tells of a tail with a record missing that it is cut', async () => {
    const { place, log, epoch } = await written();
    await log.append(epoch, record);
    await place.redis.xdel(place.stream, '2-0');
    expect(await log.prove(epoch, 1)).toMatchObject({ position: 3, records: 'truncated' });
  });

  test('tells of a tail with more records than a proof may bring that it is cut', async () => {
    const { place, epoch } = await written();
    const log = await place.instance({ maxTail: 1 });
    expect(await log.prove(epoch, 0)).toMatchObject({ position: 2, records: 'truncated' });
    expect(await log.prove(epoch, 1)).toMatchObject({ position: 2, records: { length: 1 } });
  });

  test('a refused append leaves everything as it was', async () => {
    const { place, log, epoch } = await written();
    const before = await contents(place);
    await expect(log.append({ ...epoch, nonce: 'other' }, record)).rejects.toThrow('other-epoch');
    await expect(log.append({ ...epoch, logId: 'other' }, record)).rejects.toThrow('other-log');
    expect(await contents(place)).toEqual(before);

    await place.redis.xdel(place.stream, '2-0');
    const broken = await contents(place);
    await expect(log.append(epoch, record)).rejects.toThrow('head-not-last');
    expect(await contents(place)).toEqual(broken);
  });

  test('an append that fails within leaves everything as it was', async () => {
    const { place, log, epoch } = await written();
    // The stream has seen a later id: it takes the next position no more.
    await place.redis.xadd(place.stream, '9-0', 'declarations', '', 'tags', '[]');
    await place.redis.xdel(place.stream, '9-0');
    const before = await contents(place);
    await expect(log.append(epoch, record)).rejects.toMatchObject({ name: 'LogUnavailableError' });
    expect(await contents(place)).toEqual(before);
  });

  test('a proof writes nothing', async () => {
    const { place, log, epoch } = await written();
    const dirty = async () =>
      /rdb_changes_since_last_save:(\d+)/.exec(await place.redis.info('persistence'))?.[1];
    const before = [await contents(place), await dirty()];
    for (let applied = 0; applied <= 2; applied += 1) await log.prove(epoch, applied);
    await expect(log.prove(epoch, 9)).rejects.toThrow('behind-applied');
    expect([await contents(place), await dirty()]).toEqual(before);
  });

  test('neither head nor stream ever expires', async () => {
    const { place } = await written();
    expect(await place.redis.ttl(place.head)).toBe(-1);
    expect(await place.redis.ttl(place.stream)).toBe(-1);
  });

  test('stays within its bound, whatever is appended', async () => {
    const place = await host.place();
    const log = await place.instance({ maxRecords: 200 });
    const epoch = await log.open();
    const lengths: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 100 }, () => log.append(epoch, record)));
      lengths.push(await place.redis.xlen(place.stream));
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(300);
  });
});

describe.each(REDIS_HOSTS.filter(([name]) => name !== 'a Redis Cluster'))(
  'a failover in %s',
  (_name, start) => {
    test('a replica with all the data refuses, before and after it was made the master', async () => {
      await using primary = await start();
      await using secondary = await start();
      const [place, other] = [await primary.place(), await secondary.place()];
      const log = await place.instance();
      const epoch = await log.open();
      await log.append(epoch, record);
      await other.redis.replicaof('127.0.0.1', place.server.port);
      await expect.poll(() => other.redis.xlen(place.stream), { timeout: 20_000 }).toBe(2);
      await using resources = new AsyncDisposableStack();
      const client = new Redis(other.server.url, LOG_REDIS_OPTIONS);
      resources.defer(() => client.disconnect());
      await whenReady(client);
      const onReplica = createRedisLog({ client, prefix: place.prefix, proofTimeoutMs: 5000 });
      expect(await refusals(onReplica, epoch)).toEqual(both('not-a-master'));
      await other.redis.replicaof('NO', 'ONE');
      expect(await refusals(onReplica, epoch)).toEqual(both('other-log'));
    });
  },
);
