import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSignedIn } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { movieId, popularFilms, withViewing } from '../../testkit/discovery.ts';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { freshRedis } from '../../testkit/servers.ts';

const mongodbUri = await freshMongoWithFilms();
let here: RunningApp;
let there: RunningApp;
let ids: string[];
let keys: string[];

beforeAll(async () => {
  const shared = {
    mongodbUri,
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    trustProxy: { header: 'x-forwarded-for', proxies: 1 },
  } as const;
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
  const films = await popularFilms(here, 6);
  ids = films.map(movieId);
  keys = films.map(({ _id }) => _id);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const recordView = `mutation ($movieId: ID!) { recordView(movieId: $movieId) { counted movie { title views } } }`;

const record = async (running: RunningApp, movieIdGiven: string | undefined, authorization?: string) => {
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await ask(running, recordView, { variables: { movieId: movieIdGiven }, headers });
  return fieldOf<{ counted: boolean; movie: { title: string; views: number } }>(answer, 'recordView');
};

const people = (names: readonly string[]) =>
  Promise.all(names.map(async (name) => (await addSignedIn(mongodbUri, name)).authorization));

test('each viewer counts, on whichever instance, and the mutation shows the number', async () => {
  const viewers = await people(['ann', 'bob', 'cem']);
  let views = 0;
  for (const [index, viewer] of viewers.entries()) {
    const { counted, movie } = await record(index % 2 === 0 ? here : there, ids[0], viewer);
    views += 1;
    expect([counted, movie.views]).toEqual([true, views]);
  }
  expect(await record(here, ids[0])).toMatchObject({ counted: true, movie: { views: 4 } });
});

test('of views of one source at once, on two instances, one counts', async () => {
  const [viewer] = await people(['dot']);
  const asked = Array.from({ length: 12 }, (_, index) =>
    record(index % 2 === 0 ? here : there, ids[1], viewer),
  );
  expect((await Promise.all(asked)).filter(({ counted }) => counted)).toHaveLength(1);
  const nobody = Array.from({ length: 12 }, (_, index) => record(index % 2 === 0 ? here : there, ids[1]));
  expect((await Promise.all(nobody)).filter(({ counted }) => counted)).toHaveLength(1);
  await withViewing(mongodbUri, async ({ filmCounts, filmViewHours }) => {
    expect((await filmCounts.findById(keys[1]).lean())?.views).toBe(2);
    const hours = await filmViewHours.find({ filmId: String(keys[1]) }).lean();
    expect(hours.reduce((sum, { views }) => sum + views, 0)).toBe(2);
  });
});

test('a repeat counts again once its time is over', async () => {
  const [viewer] = await people(['eve']);
  await record(here, ids[2], viewer);
  expect((await record(here, ids[2], viewer)).counted).toBe(false);
  await withViewing(mongodbUri, async ({ filmViewMarks }) => {
    await filmViewMarks.updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
  });
  expect(await record(there, ids[2], viewer)).toMatchObject({ counted: true, movie: { views: 2 } });
});

test('a view drops no answer that shows the film', async () => {
  const page = '{ movies(first: 10) { nodes { id title } } }';
  const detail = `{ movie(id: "${ids[3]}") { title genres { name } } }`;
  for (const query of [page, detail]) await ask(here, query);
  const [viewer] = await people(['fay']);
  expect((await record(here, ids[3], viewer)).counted).toBe(true);
  for (const query of [page, detail]) expect((await ask(here, query)).cache.hit).toBe(true);
});

test('the number lives half a minute at most, and what it stands on as long as ever', async () => {
  const { cache, data } = await ask(here, `{ movie(id: "${ids[4]}") { title views } }`);
  expect(data).toMatchObject({ movie: { views: 0 } });
  expect(cache.live?.shared?.ttl).toBeGreaterThan(0);
  expect(cache.live?.shared?.ttl).toBeLessThanOrEqual(30_000);
  expect(cache.ttl).toBeGreaterThan(60_000);
});

test('a film that is not there cannot be viewed', async () => {
  const missing = movieId({ _id: 'ffffffffffff' });
  const answer = await ask(here, recordView, { variables: { movieId: missing } });
  expect(answer.codes).toEqual(['NOT_FOUND']);
});

test('who is signed in has a trail, which is in their export and goes with their account; others have none', async () => {
  const [viewer] = await people(['gil']);
  for (const id of [ids[0], ids[1], ids[0], ids[2]]) await record(here, id, viewer);
  await record(here, ids[5]);
  const exported = await ask(here, '{ exportMyData }', { headers: { authorization: viewer ?? '' } });
  expect(fieldOf<{ catalogue: { viewed: string[] } }>(exported, 'exportMyData').catalogue.viewed).toEqual([
    ids[2],
    ids[1],
    ids[0],
  ]);
  await withViewing(mongodbUri, async ({ viewTrails }) => {
    expect(await viewTrails.countDocuments({ filmIds: String(keys[5]) })).toBe(0);
  });
});

test('of views from the addresses of one customer one counts', async () => {
  const from = async (address: string) => {
    const headers = { 'x-forwarded-for': address };
    const answer = await ask(here, recordView, { variables: { movieId: ids[4] }, headers });
    return fieldOf<{ counted: boolean }>(answer, 'recordView').counted;
  };
  expect(await from('2001:db8:1:2::1')).toBe(true);
  expect(await from('2001:db8:1:2:3:4:5:6')).toBe(false);
  expect(await from('2001:db8:1:3::1')).toBe(true);
  expect(await from('192.0.2.1')).toBe(true);
  expect(await from('192.0.2.2')).toBe(true);
});
