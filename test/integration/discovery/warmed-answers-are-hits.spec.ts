import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { filmDetails, trendingFilms, trendingInGenre } from '../../../src/graphql/client-operations.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addPastViews, movieId, popularFilms } from '../../testkit/discovery.ts';
import { ask, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { freshRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const startWarmed = async (options: { mongodbUri: string; redisUrl?: string; redisPrefix?: string }) => {
  const log = createRecordingLog();
  const running = await startEngineApp({ ...options, log, warming: {} });
  await waitFor(
    () => log.lines.some(({ message }) => message === 'What many will ask for is computed.'),
    'the cache is warm',
  );
  return { running, log };
};

/** Asks for what is warmed. @returns how many of the answers were kept. */
const hitsOf = async (running: RunningApp): Promise<{ hits: number; of: number }> => {
  const films = await popularFilms(running, 50);
  const questions = [
    ...films.map((film) => [filmDetails, { id: movieId(film) }] as const),
    ...(['DAY', 'WEEK'] as const).flatMap((window) => [
      [trendingFilms, { window, after: null }] as const,
      [trendingInGenre, { window, genre: 'drama', after: null }] as const,
    ]),
  ];
  let hits = 0;
  for (const [query, variables] of questions) {
    const { codes, cache } = await ask(running, query, { variables });
    expect(codes).toEqual([]);
    if (cache.hit) hits += 1;
  }
  return { hits, of: questions.length };
};

test('after the start, what many ask for is kept before anybody asked, and the log says how it went', async () => {
  const mongodbUri = await freshMongoWithFilms();
  {
    await using seeded = await startApp({ mongodbUri });
    const [film] = await popularFilms(seeded, 1);
    await addPastViews(mongodbUri, film ?? { _id: '' }, 1, 10);
  }
  const shared = { mongodbUri, redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
  const { running, log } = await startWarmed(shared);
  await using here = running;
  expect(await hitsOf(here)).toEqual({ hits: 54, of: 54 });
  const told = log.lines.filter(({ message }) => message.includes('many will ask for'));
  const { done, total } = told.at(-1)?.fields ?? {};
  expect(done).toBe(total);
  expect(total).toBeGreaterThan(54);
  expect(told.length).toBeGreaterThanOrEqual(5);

  // Another instance finds them in Redis, and has them in its memory from the start.
  const { running: there } = await startWarmed(shared);
  await using _there = there;
  expect(await hitsOf(there)).toEqual({ hits: 54, of: 54 });
});

test('a server that stops amidst it stops at once', async () => {
  const running = await startEngineApp({ mongodbUri: await freshMongoWithFilms(), warming: {} });
  const beganMs = performance.now();
  await running[Symbol.asyncDispose]();
  expect(performance.now() - beganMs).toBeLessThan(5_000);
});
