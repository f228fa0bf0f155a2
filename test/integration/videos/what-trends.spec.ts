import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { createMemoryObjectStore } from '../../testkit/memory-object-store.ts';
import { commandsDuring } from '../../testkit/mongo-commands.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs, nobody, unlist } from '../../testkit/videos.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const ada = as('creator', 'ada');
const files = createMemoryObjectStore();
const hourMs = 3_600_000;

let here: RunningApp;
let there: RunningApp;
beforeAll(async () => {
  const shared = {
    extension: signedInByName,
    seedProgress: undefined,
    objectStore: files,
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    videoRankingEveryMs: 200,
    countFoldEveryMs: 200,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  await addChannel(here, ada, 'ada');
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const hours = () => here.app.mongo.collection<{ _id: string; views: number; likes?: number }>('videoHours');
const idOf = (hoursAgo: number, video: string) =>
  `${String(Math.floor(Date.now() / hourMs) - hoursAgo).padStart(7, '0')}:${keyOf(video)}`;
/** Adds an hour of views as if it had been counted. */
const viewed = (video: string, hoursAgo: number, views: number) =>
  hours().insertOne({ _id: idOf(hoursAgo, video), views });

const trending = async (running: RunningApp, category?: string) => {
  const query =
    'query ($category: String) { trendingVideos(category: $category) { totalCount edges { score node { title } } } }';
  const answer = await askAs(running, nobody, query, { category });
  const { totalCount, edges } = fieldOf<{
    totalCount: number;
    edges: { score: number; node: { title: string } }[];
  }>(answer, 'trendingVideos');
  return { totalCount, titles: edges.map(({ node }) => node.title), scores: edges.map(({ score }) => score) };
};
const comes = (expected: readonly string[], category?: string) =>
  waitFor(
    async () => {
      const shown = await Promise.all(
        [here, there].map(async (app) => (await trending(app, category)).titles.join()),
      );
      return shown.every((titles) => titles === expected.join());
    },
    `${expected.join()} trends`,
    undefined,
    () => trending(here, category),
  );

test('a view and a like through the API make a video trend', async () => {
  const [one, two] = [
    await addPublicVideo(here, files, ada, { title: 'Viewed', category: 'travel' }),
    await addPublicVideo(here, files, ada, { title: 'Liked', category: 'travel' }),
  ];
  expect(await trending(here, 'travel')).toMatchObject({ totalCount: 0 });
  for (const name of ['ann', 'ben', 'cy'])
    await askAs(here, as('viewer', name), `mutation { recordVideoView(id: "${one}") { counted } }`);
  await askAs(
    there,
    as('viewer', 'ann'),
    `mutation { reactToVideo(id: "${two}", reaction: LIKE) { video { id } } }`,
  );
  await comes(['Liked', 'Viewed'], 'travel');
  const { scores } = await trending(there, 'travel');
  expect(scores[0]).toBeGreaterThan(2.5);
  expect(scores[0]).toBeLessThanOrEqual(5);
  await askAs(there, as('viewer', 'ann'), `mutation { removeReaction(id: "${two}") { video { id } } }`);
  await comes(['Viewed'], 'travel');
});

test('what happened longer ago counts less, and after two days not at all', async () => {
  const [old, fresh, gone] = [
    await addPublicVideo(here, files, ada, { title: 'Old', category: 'music' }),
    await addPublicVideo(here, files, ada, { title: 'Fresh', category: 'music' }),
    await addPublicVideo(here, files, ada, { title: 'Gone', category: 'music' }),
  ];
  await viewed(old, 25, 100);
  await viewed(fresh, 0, 60);
  await viewed(gone, 60, 10_000);
  await comes(['Fresh', 'Old'], 'music');
  await waitFor(
    async () => (await hours().countDocuments({ _id: idOf(60, gone) })) === 0,
    'old hours are gone',
  );
  await viewed(old, 24, 200);
  await comes(['Old', 'Fresh'], 'music');
  const { scores } = await trending(there, 'music');
  // 100 · 2^(-25/12) + 200 · 2^(-2) at most, less for the minutes of this hour.
  expect(scores[0]).toBeLessThanOrEqual(74);
  expect(scores[0]).toBeGreaterThan(65);
});

test('a ranking has the best twenty of its category, and what is hidden leaves it at once', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 22; at += 1) {
    const title = `Game ${String(at).padStart(2, '0')}`;
    ids.push(await addPublicVideo(here, files, ada, { title, category: 'gaming' }));
  }
  for (const [at, id] of ids.entries()) await viewed(id, 0, 1_000 - at);
  const titles = ids.map((_, at) => `Game ${String(at).padStart(2, '0')}`);
  await comes(titles.slice(0, 20), 'gaming');
  await unlist(here, ada, ids[3] ?? '');
  for (const app of [here, there])
    expect((await trending(app, 'gaming')).titles).toEqual(titles.toSpliced(3, 1).slice(0, 20));
  const all = await trending(here);
  expect([all.totalCount, all.titles[0]]).toEqual([20, 'Game 00']);
});

test('a request reads one ranking and the videos in it, and no counts of hours', async () => {
  const query =
    '{ trendingVideos(category: "gaming", first: 3) { nodes { title } pageInfo { hasNextPage endCursor } } }';
  const headers = { ...as('admin', 'root'), 'cache-control': 'no-cache' };
  const commands = await commandsDuring(here.app.mongo, () => askAs(here, headers, query));
  expect(new Set(commands.map(({ collection }) => collection))).not.toContain('videoHours');
  expect((await askAs(here, nobody, '{ trendingVideos(category: "cats") { totalCount } }')).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
});
