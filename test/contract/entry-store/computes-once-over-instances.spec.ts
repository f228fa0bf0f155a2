import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCacheEvents } from '../../../src/cache/events.ts';
import { createLocalProver } from '../../../src/cache/log/local-prover.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';
import { createResponseCache } from '../../../src/cache/response/response-cache.ts';
import { createMemoryStore } from '../../../src/cache/stores/memory-store.ts';
import { createRedisLeases } from '../../../src/cache/stores/redis-leases.ts';
import { createRedisStore } from '../../../src/cache/stores/redis-store.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { REDIS_HOSTS, type RedisStoreHost } from './implementations.ts';

const BUDGET_MS = 5000;

describe.for(REDIS_HOSTS)('two instances over %s', ([, start]) => {
  let host: RedisStoreHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  /** Stores and leases are the real ones; the log is in this process, seen by each instance for itself. */
  const startTwo = async () => {
    const { client } = host;
    const { prefix } = host.freshRedis();
    const log = createMemoryLog();
    const epoch = await log.open();
    const authority = { live: () => epoch, reportLogFailure: () => undefined };
    const instance = () =>
      createResponseCache({
        prover: createLocalProver({ log, authority, declarations: 'd' }),
        authority,
        memory: createMemoryStore({ maxBytes: 1_000_000 }),
        remote: {
          store: createRedisStore({ client, prefix, budgetMs: BUDGET_MS }),
          leases: createRedisLeases({ client, prefix, budgetMs: BUDGET_MS }),
        },
        events: createCacheEvents(),
        logger: quiet,
        tuning: { leaseWaitMs: BUDGET_MS },
      });
    let calls = 0;
    const compute = async () => {
      calls += 1;
      for (let turn = 0; turn < 20; turn += 1) await client.exists('a turn of the server');
      return {
        body: Buffer.from(`#${calls}`),
        tags: ['db.films:1'],
        audience: 'everyone' as const,
        maxAgeMs: 60_000,
        meta: {},
      };
    };
    const write = () => log.append(epoch, { tags: ['db.films:1'], declarations: 'd' });
    return { one: instance(), other: instance(), compute, write, calls: () => calls };
  };

  test('compute once for 200 identical cold queries', async () => {
    const { one, other, compute, calls } = await startTwo();
    const request = { key: 'list', viewerId: undefined };
    const served = await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? one : other).respond(request, compute)),
    );
    expect(new Set(served.map(({ body }) => Buffer.from(body).toString()))).toEqual(new Set(['#1']));
    expect(calls()).toBe(1);
    await Promise.all([one.idle(), other.idle()]);
  });

  test('share what one computed until a write ends it for both', async () => {
    const { one, other, compute, write } = await startTwo();
    const request = { key: 'list', viewerId: 'v' };
    await one.respond(request, compute);
    await one.idle();
    expect(await other.respond(request, compute)).toMatchObject({ how: 'hit', tier: 'remote' });
    await write();
    expect(await other.respond(request, compute)).toMatchObject({ how: 'computed', missed: 'invalidated' });
    await other.idle();
    const served = await one.respond(request, compute);
    expect([served.how, Buffer.from(served.body).toString()]).toEqual(['hit', '#2']);
  });
});
