import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { movieId, withViewing } from '../../testkit/discovery.ts';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

interface Edge {
  readonly cursor: string;
  readonly score: number;
  readonly node: { id: string; title: string };
  readonly reasons: readonly { kind: string; names: string[]; viewers: number | null }[];
}
interface Page {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const document = `query ($id: ID!, $first: Int, $after: String) {
  movie(id: $id) {
    recommendations(first: $first, after: $after) {
      totalCount
      edges { cursor score node { id title } reasons { kind names viewers } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const mongodbUri = freshMongo();
let here: RunningApp;
let there: RunningApp;

beforeAll(async () => {
  const shared = { mongodbUri, redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const filmOf = async (title: string): Promise<MovieRecord> => {
  const film = await moviesIn(here).findOne({ title });
  if (!film) throw new Error(`There is no film ${title}.`);
  return film;
};
const recommended = async (
  running: RunningApp,
  film: MovieRecord,
  page: { first?: number; after?: string | null } = {},
): Promise<Page> => {
  const answer = await ask(running, document, { variables: { id: movieId(film), ...page } });
  return fieldOf<{ recommendations: Page }>(answer, 'movie').recommendations;
};
const byAdmin = async (mutation: string): Promise<void> => {
  const { codes } = await ask(there, mutation, { headers: { authorization: adminAuthorization } });
  expect(codes).toEqual([]);
};

test('where nobody has viewed anything, they share directors and genres, and say which', async () => {
  const film = await filmOf('The Dark Knight');
  const { edges, totalCount } = await recommended(here, film, { first: 60 });
  expect(totalCount).toBe(60);
  expect(edges).toHaveLength(60);
  expect(edges.map(({ node }) => node.id)).not.toContain(movieId(film));
  expect(edges.map(({ score }) => score)).toEqual(edges.map(({ score }) => score).toSorted((a, b) => b - a));
  for (const { reasons } of edges) {
    expect(reasons.length).toBeGreaterThan(0);
    for (const { kind, names, viewers } of reasons) {
      expect(['SAME_DIRECTOR', 'SHARED_GENRES']).toContain(kind);
      expect(names.length).toBeGreaterThan(0);
      expect(viewers).toBeNull();
    }
  }
  expect(edges[0]?.reasons[0]).toEqual({
    kind: 'SAME_DIRECTOR',
    names: ['Christopher Nolan'],
    viewers: null,
  });
});

test('are paged, the same on each instance, and each page is kept', async () => {
  const film = await filmOf('Alien');
  const one = await recommended(here, film, { first: 20 });
  const two = await recommended(there, film, { first: 20, after: one.pageInfo.endCursor });
  const three = await recommended(here, film, { first: 20, after: two.pageInfo.endCursor });
  const ids = [one, two, three].flatMap(({ edges }) => edges.map(({ node }) => node.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(three.pageInfo.hasNextPage).toBe(false);
  const variables = { id: movieId(film), first: 20 };
  expect((await ask(there, document, { variables })).cache).toMatchObject({ hit: true, scope: 'everyone' });
  const { cache } = await ask(here, document, { variables: { ...variables, first: 19 } });
  expect(cache.ttl).toBeLessThanOrEqual(3_600_000);
});

test('what films have in common is as it is now, whatever it was when they were ranked', async () => {
  const film = await filmOf('Memento');
  const other = (await recommended(here, film)).edges[0];
  expect(other?.reasons.map(({ kind }) => kind)).toContain('SAME_DIRECTOR');
  await byAdmin(
    `mutation { updateMovie(id: "${other?.node.id}", input: { directors: ["Somebody Else"] }) { movie { id } } }`,
  );
  const now = (await recommended(here, film, { first: 60 })).edges;
  expect(
    now.find(({ node }) => node.id === other?.node.id)?.reasons.map(({ kind }) => kind) ?? [],
  ).not.toContain('SAME_DIRECTOR');
  await byAdmin(`mutation { deleteMovie(id: "${other?.node.id}") { movie { id } } }`);
  const then = (await recommended(here, film, { first: 60 })).edges;
  expect(then.map(({ node }) => node.id)).not.toContain(other?.node.id);
});

test('a film is recommended for its viewers alone once three of them are shared, and says how many', async () => {
  const film = await filmOf('Toy Story');
  const odd = await filmOf('The Shining');
  const view = `mutation ($a: ID!, $b: ID!) { a: recordView(movieId: $a) { counted } b: recordView(movieId: $b) { counted } }`;
  const watch = async (name: string): Promise<void> => {
    const { authorization } = await addSignedIn(mongodbUri, name);
    const variables = { a: movieId(film), b: movieId(odd) };
    const { codes } = await ask(here, view, { variables, headers: { authorization } });
    expect(codes).toEqual([]);
  };
  const again = (): Promise<unknown> =>
    withViewing(mongodbUri, ({ filmNeighbours }) => filmNeighbours.deleteMany({}));

  for (const name of ['ann', 'bob']) await watch(name);
  const few = await recommended(here, film, { first: 60 });
  expect(few.edges.map(({ node }) => node.title)).not.toContain('The Shining');

  await watch('cem');
  await again();
  const { edges } = await recommended(there, film, { first: 59 });
  expect(edges.find(({ node }) => node.title === 'The Shining')).toMatchObject({
    reasons: [{ kind: 'SHARED_VIEWERS', names: [], viewers: 3 }],
  });
});

test('a page of films with their recommendations works, and a bad page is refused', async () => {
  const { codes, data } = await ask(
    here,
    '{ popularMovies(first: 10) { nodes { title recommendations(first: 3) { nodes { title directors { name } } } } } }',
  );
  expect(codes).toEqual([]);
  expect(JSON.stringify(data)).not.toContain('"nodes":[]');
  const film = await filmOf('Toy Story 2');
  const refused = await ask(here, document, { variables: { id: movieId(film), first: 0 } });
  expect(refused.codes).toEqual(['BAD_USER_INPUT']);
});
