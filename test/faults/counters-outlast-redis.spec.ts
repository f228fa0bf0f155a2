import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { LOG_REDIS_OPTIONS } from '../../src/cache/log/redis-log.ts';
import { createBaseStore } from '../../src/counters/base-store.ts';
import { createOwnerId, openCounters } from '../../src/counters/counters.ts';
import { openJournal } from '../../src/counters/journal.ts';
import { createSharedAccounts } from '../../src/counters/shared-accounts.ts';
import { connectMongo } from '../../src/infra/mongo.ts';
import { createRedisClient } from '../../src/infra/redis.ts';
import { kinds, type TestNames } from '../contract/counters/implementations.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { freshMongo, scratchFolder, startOwnRedis } from '../testkit/servers.ts';
import { waitFor } from '../testkit/wait-for.ts';

const openSite = async (redisUrl: string) => {
  const mongo = await connectMongo(freshMongo());
  onTestFinished(() => mongo.close());
  const base = createBaseStore({ connection: mongo, kinds, log: quiet });
  await base.prepare();
  const folder = await scratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const prefix = `test-${randomUUID()}`;
  const start = async () => {
    const client = createRedisClient(redisUrl, quiet, { single: LOG_REDIS_OPTIONS });
    onTestFinished(() => client.disconnect());
    await waitFor(() => client.status === 'ready', 'Redis is there');
    const owner = createOwnerId();
    const shared = createSharedAccounts({ client, prefix, budgetMs: 300 });
    const journal = await openJournal({
      folder,
      owner,
      processes: { pid: process.pid, identityOf: async () => 'alive' },
      log: quiet,
    });
    const counters = await openCounters<TestNames>({
      kinds,
      base,
      owner,
      shared,
      journal,
      overdueMs: 0,
      shareAgainMs: 50,
      log: quiet,
    });
    onTestFinished(() => counters.close());
    return { ...counters, videos: counters.of('video'), shared };
  };
  return { base, folder, start };
};

type One = Awaited<ReturnType<Awaited<ReturnType<typeof openSite>>['start']>>;
const views = async ({ videos }: One): Promise<number | undefined> => (await videos.read(['a']))[0]?.views;
const sees = (process: One, count: number) =>
  waitFor(async () => (await views(process)) === count, `${count} views are seen`);

test('a Redis that hangs: additions go to the journal, and count once although Redis takes them later too', async () => {
  await using redis = await startOwnRedis();
  const { start, base } = await openSite(redis.url);
  const [one, two] = [await start(), await start()];
  await one.videos.add('a', { views: 1 });
  process.kill(redis.pid, 'SIGSTOP');
  try {
    await one.videos.add('a', { views: 10 });
    expect(await one.videos.addOnce('a', { views: 100 }, { by: 'x', windowMs: 60_000 })).toBe(true);
    expect(await one.videos.addOnce('a', { views: 100 }, { by: 'x', windowMs: 60_000 })).toBe(false);
    expect(await views(one)).toBe(111);
    await one.foldNow();
    expect((await base.read(['video:a'])).get('video:a')?.counts).toEqual({ views: 111 });
    await one.videos.add('a', { views: 1_000 });
    expect(await views(one)).toBe(1_111);
  } finally {
    process.kill(redis.pid, 'SIGCONT');
  }
  await sees(two, 1_111);
  await Promise.all([one.foldNow(), two.foldNow()]);
  await sees(two, 1_111);
  await sees(one, 1_111);
  await waitFor(
    async () => (await one.shared.overdue(0)).length === 0 || !(await one.foldNow()),
    'Redis is clean',
  );
});

test('a Redis that starts again empty: what living processes have counted comes back to it', async () => {
  const first = await startOwnRedis();
  const { start, folder } = await openSite(first.url);
  const [one, two] = [await start(), await start()];
  await one.videos.add('a', { views: 1 });
  await two.videos.add('a', { views: 10 });
  await first[Symbol.asyncDispose]();
  await one.videos.add('a', { views: 100 });
  expect(await readdir(folder)).toHaveLength(1);
  expect(await views(one)).toBe(101);
  await using again = await startOwnRedis({ port: first.port });
  expect(again.port).toBe(first.port);
  await sees(two, 111);
  await sees(one, 111);
  await Promise.all([one.foldNow(), two.foldNow()]);
  await sees(two, 111);
  expect(await readdir(folder)).toEqual([]);
});

test('a Redis that starts again from an older file: what was folded since counts once, what came after it too', async () => {
  const dir = await scratchFolder();
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const first = await startOwnRedis({ dir });
  const { start } = await openSite(first.url);
  const [one, two] = [await start(), await start()];
  await one.videos.add('a', { views: 1 });
  await two.videos.add('a', { views: 10 });
  const client = new Redis(first.url);
  await client.save();
  client.disconnect();
  await one.videos.add('a', { views: 100 });
  await one.foldNow();
  await one.videos.add('a', { views: 1_000 });
  await first[Symbol.asyncDispose]();
  await using again = await startOwnRedis({ dir, port: first.port });
  expect(again.port).toBe(first.port);
  await sees(one, 1_111);
  await one.videos.add('a', { views: 10_000 });
  await two.videos.add('a', { views: 100_000 });
  await sees(two, 111_111);
  await sees(one, 111_111);
  for (const process of [two, one, two]) await process.foldNow();
  await sees(one, 111_111);
  expect(await one.shared.overdue(0)).toEqual([]);
});

test('a Redis that is full takes nothing, and nothing is lost for that', async () => {
  await using redis = await startOwnRedis({
    args: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'],
  });
  const { start, folder } = await openSite(redis.url);
  const one = await start();
  await one.videos.add('a', { views: 1 });
  expect(await readdir(folder)).toHaveLength(1);
  expect(await views(one)).toBe(1);
  await one.foldNow();
  expect(await views(one)).toBe(1);
});
