import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import { movieId, popularFilms, withViewing } from '../../testkit/discovery.ts';
import { ask, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';

const mongodbUri = await freshMongoWithFilms();
let running: RunningApp;
let films: MovieRecord[];

beforeAll(async () => {
  running = await startEngineApp({ mongodbUri });
  await live(running);
  films = await popularFilms(running, 9);
});
afterAll(() => running[Symbol.asyncDispose]());

const hourMs = 3_600_000;

const viewed = async (place: number, views: number): Promise<string> => {
  const film = films[place] as MovieRecord;
  await withViewing(mongodbUri, ({ filmCounts }) =>
    filmCounts.updateOne({ _id: film._id }, { $set: { views } }, { upsert: true }),
  );
  return movieId(film);
};

/** A life, jittered, as the share that it is of a whole one: a tenth less at most. */
const shareOf = (ttl: number | undefined, wholeMs: number): string => {
  const share = (ttl ?? 0) / wholeMs;
  return share > 0.89 && share <= 1 ? 'whole' : String(share);
};

test.for([
  [0, 10_001, 2],
  [1, 10_000, 1],
  [2, 1_001, 1],
  [3, 1_000, 0.5],
  [4, 0, 0.5],
] as const)(
  'details of the film at place %i, viewed %i times, live for %d hours',
  async ([place, views, hours]) => {
    const id = await viewed(place, views);
    const detail = await ask(running, `{ movie(id: "${id}") { title genres { name } directors { name } } }`);
    expect(shareOf(detail.cache.ttl, hours * hourMs)).toBe('whole');
    const node = await ask(running, `{ node(id: "${id}") { id ... on Movie { title } } }`);
    // It might be of another type, but of those nothing is shown.
    expect(shareOf(node.cache.ttl, hours * hourMs)).toBe('whole');
  },
);

test('of several films in one answer the least viewed decides', async () => {
  const [popular, known] = [await viewed(5, 20_000), await viewed(6, 10)];
  const { cache } = await ask(
    running,
    `{ a: movie(id: "${popular}") { title } b: movie(id: "${known}") { title } }`,
  );
  expect(shareOf(cache.ttl, 0.5 * hourMs)).toBe('whole');
});

test('what else is asked for lives no longer than its own hints say', async () => {
  const id = await viewed(7, 20_000);
  const withList = await ask(
    running,
    `{ movie(id: "${id}") { title } popularMovies(first: 1) { nodes { title } } }`,
  );
  expect(shareOf(withList.cache.ttl, 60_000)).toBe('whole');
  const withViews = await ask(running, `{ movie(id: "${id}") { title views } }`);
  expect(shareOf(withViews.cache.ttl, 2 * hourMs)).toBe('whole');
  expect(shareOf(withViews.cache.live?.shared?.ttl, 30_000)).toBe('whole');
});

test('a change drops what lives long at once', async () => {
  const id = await viewed(8, 20_000);
  const query = `{ movie(id: "${id}") { title runtimeMinutes } }`;
  await ask(running, query);
  const change = `mutation { updateMovie(id: "${id}", input: { runtimeMinutes: 77 }) { movie { id } } }`;
  await ask(running, change, { headers: { authorization: adminAuthorization } });
  expect(await ask(running, query)).toMatchObject({
    data: { movie: { runtimeMinutes: 77 } },
    cache: { hit: false },
  });
});
