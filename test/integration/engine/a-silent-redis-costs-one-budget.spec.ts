import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { startOwnRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

/** Long enough for two of them to be told from one on a busy machine. */
const budgetMs = 1_500;

const ada = as('creator', 'ada');
const ann = as('viewer', 'ann');
const files = createMemoryObjectStore();

/** Counts come from Redis, whoever asks has them with a mark of their own, and the answer may be kept there. */
const page = (first: number): string =>
  `{ videos(first: ${first}) { nodes { title views likes viewerReaction channel { subscribers } } } }`;

describe('a Redis that says nothing any more', () => {
  let redis: Awaited<ReturnType<typeof startOwnRedis>>;
  let running: RunningApp;
  beforeAll(async () => {
    redis = await startOwnRedis();
    running = await startEngineApp({
      extension: signedInByName,
      seedProgress: undefined,
      objectStore: files,
      redisUrl: redis.url,
      rateLimits: true,
      cacheRedisBudgetMs: budgetMs,
    });
    await live(running);
    await addChannel(running, ada, 'ada');
    await addPublicVideo(running, files, ada, { title: 'Dawn' });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  const takes = async (first: number): Promise<number> => {
    const beganMs = performance.now();
    const { data, codes } = await askAs(running, ann, page(first));
    expect({ data, codes }).toMatchObject({ data: { videos: { nodes: [{ title: 'Dawn' }] } }, codes: [] });
    return performance.now() - beganMs;
  };
  const silence = (): void => {
    process.kill(redis.pid, 'SIGSTOP');
    onTestFinished(async () => {
      process.kill(redis.pid, 'SIGCONT');
      await waitFor(async () => (await askAs(running, ann, page(1))).cache?.hit === true, 'hits are back');
    });
  };

  test.for([
    ['that is kept', [1, 2, 3]],
    ['that was never asked before', [11, 12, 13]],
  ] as const)(
    'costs the first request one budget in all, and the next ones nothing: for an answer %s',
    async ([what, [one, two, three]]) => {
      if (what === 'that is kept') for (const first of [one, two, three]) await takes(first);
      silence();
      const first = await takes(one);
      expect(first).toBeGreaterThan(budgetMs * 0.9);
      expect(first).toBeLessThan(budgetMs * 1.8);
      expect(await takes(two)).toBeLessThan(budgetMs * 0.8);
      // Longer than the first wait speaks for others: each part knows for itself by now.
      await delay(400);
      expect(await takes(three)).toBeLessThan(budgetMs * 0.8);
    },
  );
});
