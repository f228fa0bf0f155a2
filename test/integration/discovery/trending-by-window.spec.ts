import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { addPastViews, movieId, popularFilms, withViewing } from '../../testkit/discovery.ts';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { freshRedis } from '../../testkit/servers.ts';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { cursor: string; score: number; node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const document = `query ($window: TrendingWindow!, $genre: String, $first: Int, $after: String, $last: Int, $before: String) {
  trending(window: $window, genre: $genre, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor score node { id } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

const trending = async (running: RunningApp, variables: Record<string, unknown>) =>
  fieldOf<Page>(await ask(running, document, { variables }), 'trending');
const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

const hourEndMs = (): number => 3_600_000 - (Date.now() % 3_600_000);

describe('what trends', () => {
  let mongodbUri: string;
  let here: RunningApp;
  let there: RunningApp;
  let films: MovieRecord[];
  /** By day: 4, 3, …; by week: 0 first, which was viewed most, three days ago. */
  const byDay = (): string[] => [4, 3, 2, 1].map((place) => movieId(films[place] as MovieRecord));

  beforeAll(async () => {
    mongodbUri = await freshMongoWithFilms();
    const shared = { mongodbUri, redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
    here = await startEngineApp(shared);
    there = await startEngineApp(shared);
    await Promise.all([live(here), live(there)]);
    films = await popularFilms(here, 8);
    for (const place of [1, 2, 3, 4])
      await addPastViews(mongodbUri, films[place] as MovieRecord, 2, 10 * place);
    await addPastViews(mongodbUri, films[0] as MovieRecord, 72, 900);
    await addPastViews(mongodbUri, films[5] as MovieRecord, 24 * 8, 10_000);
  });
  afterAll(async () => {
    await here[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  });

  test('by day and by week goes by views, each counting less the longer ago it was', async () => {
    expect(idsOf(await trending(here, { window: 'DAY' }))).toEqual(byDay());
    expect(idsOf(await trending(here, { window: 'WEEK' }))).toEqual([
      movieId(films[0] as MovieRecord),
      ...byDay(),
    ]);
  });

  test('is the same on every instance within the hour, whatever is viewed meanwhile', async () => {
    const first = await trending(here, { window: 'DAY', first: 4 });
    await addPastViews(mongodbUri, films[6] as MovieRecord, 0, 5_000);
    expect(await trending(there, { window: 'DAY', first: 4 })).toEqual(first);
    expect(idsOf(await trending(there, { window: 'DAY', first: 5 }))).toEqual(byDay());
  });

  test('is paged both ways', async () => {
    const [a, b, c, d] = byDay();
    const one = await trending(here, { window: 'DAY', first: 3 });
    expect([idsOf(one), one.totalCount, one.pageInfo.hasNextPage]).toEqual([[a, b, c], 4, true]);
    const two = await trending(here, { window: 'DAY', first: 3, after: one.pageInfo.endCursor });
    expect([idsOf(two), two.pageInfo.hasNextPage, two.pageInfo.hasPreviousPage]).toEqual([[d], false, true]);
    const back = await trending(here, { window: 'DAY', last: 2, before: one.edges[2]?.cursor });
    expect(idsOf(back)).toEqual([a, b]);
  });

  test('of a genre has its films only, and none for a genre without views', async () => {
    const genres = new Set(
      byDay()
        .map((_id, index) => films[4 - index]?.genreIds ?? [])
        .flat(),
    );
    for (const genre of genres) {
      const expected = [4, 3, 2, 1]
        .map((place) => films[place] as MovieRecord)
        .filter(({ genreIds }) => genreIds.includes(genre))
        .map(movieId);
      expect(idsOf(await trending(here, { window: 'DAY', genre }))).toEqual(expected);
    }
    expect(idsOf(await trending(here, { window: 'DAY', genre: 'no-such-genre' }))).toEqual([]);
    const refused = await ask(here, document, { variables: { window: 'DAY', genre: 'No Slug' } });
    expect(refused.codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is kept until the hour is over, and no longer', async () => {
    const query = '{ trending(window: DAY, first: 2) { nodes { title } } }';
    const { cache } = await ask(here, query);
    expect(cache.didCache).toBe(true);
    expect(cache.ttl).toBeGreaterThan(0);
    expect(cache.ttl).toBeLessThanOrEqual(hourEndMs() + 1_000);
    expect((await ask(here, query)).cache.hit).toBe(true);
    expect((await ask(there, query)).cache).toMatchObject({ hit: true, tier: 'redis' });
  });

  test('shows no film that was deleted, and none in a genre that it left, from the moment that was acknowledged', async () => {
    const film = films[3] as MovieRecord;
    const [genre] = film.genreIds;
    const headers = { authorization: adminAuthorization };
    for (const running of [here, there]) {
      expect(idsOf(await trending(running, { window: 'DAY', genre }))).toContain(movieId(film));
      expect(idsOf(await trending(running, { window: 'DAY' }))).toContain(movieId(film));
    }
    const change = `mutation { updateMovie(id: "${movieId(film)}", input: { genres: [] }) { movie { id } } }`;
    expect((await ask(here, change, { headers })).codes).toEqual([]);
    for (const running of [here, there]) {
      expect(idsOf(await trending(running, { window: 'DAY', genre }))).not.toContain(movieId(film));
      expect(idsOf(await trending(running, { window: 'DAY' }))).toContain(movieId(film));
    }
    const removal = `mutation { deleteMovie(id: "${movieId(film)}") { movie { id } } }`;
    expect((await ask(there, removal, { headers })).codes).toEqual([]);
    expect(await moviesIn(here).findOne({ _id: film._id })).toBeNull();
    for (const running of [here, there]) {
      const page = await trending(running, { window: 'DAY', first: 2 });
      expect(idsOf(page)).toEqual([byDay()[0], byDay()[2]]);
      expect(page.totalCount).toBe(3);
    }
  });

  test('rankings go by themselves, after the answers made of them', async () => {
    await withViewing(mongodbUri, async ({ trendingRankings }) => {
      for (const { expiresAt } of await trendingRankings.find().lean()) {
        expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + hourEndMs());
      }
    });
  });
});

test('where nothing was viewed, nothing trends, and a first view is seen within a minute', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using running = await startEngineApp({ mongodbUri });
  await live(running);
  const query = '{ trending { nodes { id } } }';
  const { cache, data } = await ask(running, query);
  expect(data).toEqual({ trending: { nodes: [] } });
  expect(cache.ttl).toBeLessThanOrEqual(61_000);
  const [film] = await popularFilms(running, 1);
  const id = movieId(film as MovieRecord);
  await ask(running, `mutation { recordView(movieId: "${id}") { counted } }`);
  expect(idsOf(await trending(running, { window: 'DAY' }))).toEqual([id]);
  expect(idsOf(await trending(running, { window: 'WEEK' }))).toEqual([id]);
});
