import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import type { RunningApp } from '../testkit/app.ts';
import { startEngineApp } from '../testkit/engine-app.ts';
import { limitedFields } from '../testkit/limited-fields.ts';
import { freshMongo, startOwnRedis } from '../testkit/servers.ts';
import { codesOf, sendText } from '../testkit/untyped.ts';
import { waitFor } from '../testkit/wait-for.ts';

const budgetMs = 100;
const start = (redisUrl: string, redisPrefix: string, mongodbUri: string): Promise<RunningApp> =>
  startEngineApp({
    rateLimits: true,
    extension: limitedFields,
    seedProgress: undefined,
    redisUrl,
    redisPrefix,
    mongodbUri,
    cacheRedisBudgetMs: budgetMs,
    rateLimitGeneral: { limit: 50, windowMs: 3_600_000 },
  });
const like = ({ url }: RunningApp, name: string) =>
  sendText(url, 'mutation { like }', {}, { authorization: `Bearer viewer-${name}` });
const dice = async ({ url }: RunningApp) => {
  const fromMs = performance.now();
  const { errors } = await sendText(url, '{ dice }');
  return { code: errors[0]?.extensions?.code, tookMs: performance.now() - fromMs };
};
const remaining = async ({ url }: RunningApp): Promise<number> => {
  const { headers } = await sendText(url, '{ __typename }');
  return Number(/"general";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
};

describe('while Redis', () => {
  test('is lost, each server counts for itself from what it let through, and together again later', async () => {
    const first = await startOwnRedis();
    const { port } = first;
    const prefix = `test-${randomUUID()}`;
    const mongodbUri = freshMongo();
    await using here = await start(first.url, prefix, mongodbUri);
    await using there = await start(first.url, prefix, mongodbUri);
    expect(codesOf(await like(here, 'ada'))).toEqual([]);
    expect(codesOf(await like(here, 'ada'))).toEqual([]);
    await first[Symbol.asyncDispose]();

    expect(codesOf(await like(here, 'ada'))).toEqual([]);
    expect(codesOf(await like(here, 'ada'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await like(there, 'ada'))).toEqual([]);
    expect(await remaining(here)).toBe(49);

    await using again = await startOwnRedis({ port });
    const redis = new Redis(again.url);
    try {
      // What was counted meanwhile is told once somebody listens.
      await waitFor(async () => {
        const counts = await redis.hgetall(`${prefix}:limit:general:address:127.0.0.1`);
        return Object.values(counts).some((count) => Number(count) >= 1);
      }, 'the general limit is told');
      await waitFor(async () => {
        await like(here, 'eve');
        return (await redis.exists(`${prefix}:limit:gestures:viewer:eve`)) === 1;
      }, 'fields are counted in Redis');
    } finally {
      redis.disconnect();
    }
    expect(codesOf(await like(here, 'bob'))).toEqual([]);
    expect(codesOf(await like(here, 'bob'))).toEqual([]);
    await waitFor(
      async () => codesOf(await like(there, 'bob')).includes('RATE_LIMITED'),
      'both count together',
    );
  });

  test('hangs, a field waits for one budget, then none, and the limit holds', async () => {
    await using redis = await startOwnRedis();
    await using running = await start(redis.url, `test-${randomUUID()}`, freshMongo());
    expect((await dice(running)).code).toBeUndefined();
    process.kill(redis.pid, 'SIGSTOP');
    try {
      const [waiting, next, last] = [await dice(running), await dice(running), await dice(running)];
      expect([waiting.code, next.code, last.code]).toEqual([undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
      // The proof and the limit may each wait for their own connection.
      expect(waiting.tookMs).toBeLessThan(6 * budgetMs);
      expect(next.tookMs + last.tookMs).toBeLessThan(4 * budgetMs);
      expect(await remaining(running)).toBe(45);
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
  });

  test('has no memory left, limits hold all the same', async () => {
    await using redis = await startOwnRedis();
    await using running = await start(redis.url, `test-${randomUUID()}`, freshMongo());
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    await client.config('SET', 'maxmemory', '1');
    client.disconnect();
    const codes = [];
    for (let time = 0; time < 5; time += 1) codes.push((await dice(running)).code);
    expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
  });
});
