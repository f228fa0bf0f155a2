import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { QueryExplanation } from '../../../src/graphql/response-cache/explanation.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { startApp } from '../../testkit/app.ts';
import { addSignedIn, adminAuthorization } from '../../testkit/admin.ts';
import { live, startEngineApp } from '../../testkit/engine-app.ts';
import { freshMongoWithFilms } from '../../testkit/films.ts';
import { commandsDuring, namesOf } from '../../testkit/mongo-commands.ts';
import { freshRedis } from '../../testkit/servers.ts';

interface Told {
  readonly status: number;
  readonly headers: Headers;
  /** As it came, without what explains it. */
  readonly text: string;
  readonly cache: Partial<QueryExplanation>;
}

interface Asking {
  readonly authorization?: string | undefined;
  readonly variables?: object;
}

const ask = async ({ url }: RunningApp, query: string, asking: Asking = {}): Promise<Told> => {
  const { authorization, variables } = asking;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { extensions } = JSON.parse(text) as { extensions?: { responseCache?: Told['cache'] } };
  return {
    status: response.status,
    headers: response.headers,
    text: text.replace(/,"extensions":\{"responseCache":.*\}\}$/, '}'),
    cache: extensions?.responseCache ?? {},
  };
};

const home = `{ movies(first: 5, sort: { field: RATING, direction: DESC }) {
  totalCount nodes { id title isFavourite myRating myProgress { positionSeconds isFinished } views }
} }`;

const idsOf = ({ text }: Told): readonly string[] =>
  (JSON.parse(text) as { data: { movies: { nodes: { id: string }[] } } }).data.movies.nodes.map(
    ({ id }) => id,
  );

const changing = async (running: RunningApp, authorization: string, mutation: string): Promise<void> => {
  const { text } = await ask(running, `mutation { ${mutation} }`, { authorization });
  expect(text).not.toContain('"errors"');
};
const favour = (id: string) => `addFavourite(movieId: "${id}") { favourite { addedAt } }`;
const watch = (id: string, seconds: number) =>
  `recordProgress(input: { movieId: "${id}", positionSeconds: ${seconds} }) { entry { movie { id } } }`;

const modes = [
  { name: 'in memory', redis: () => ({}) },
  { name: 'with Redis', redis: () => ({ redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` }) },
];

/** Collections that were read. */
const readDuring = async ({ app }: RunningApp, run: () => Promise<unknown>): Promise<readonly string[]> => {
  return namesOf(await commandsDuring(app.mongo, run));
};

describe.each(modes)('a page with live fields, $name', ({ redis }) => {
  test('is computed once for everybody, and what is the viewer’s own once for each', async () => {
    const mongodbUri = await freshMongoWithFilms();
    await using running = await startEngineApp({ mongodbUri, ...redis() });
    const [ann, ben] = [await addSignedIn(mongodbUri, 'ann'), await addSignedIn(mongodbUri, 'ben')];
    await live(running);
    const first = await ask(running, home, ann);
    expect(first.cache).toMatchObject({ how: 'computed', didCache: true, scope: 'everyone' });
    expect(first.cache.live?.own).toMatchObject({ how: 'computed', didCache: true, scope: 'viewer' });
    expect(first.cache.live?.shared).toMatchObject({ how: 'computed', didCache: true, scope: 'everyone' });

    const others = await ask(running, home, ben);
    expect(others.cache).toMatchObject({ hit: true });
    expect(others.cache.live?.shared).toMatchObject({ hit: true });
    expect(others.cache.live?.own).toMatchObject({ how: 'computed', scope: 'viewer' });

    for (const who of [ann, ben, {}]) await ask(running, home, who);
    const read = await readDuring(running, async () => {
      for (const who of [ann, ben, {}, ann]) {
        const { headers, cache } = await ask(running, home, who);
        expect(headers.get('cache-status')).toMatch(/; hit/);
        expect([cache.hit, cache.live?.own?.hit, cache.live?.shared?.hit]).toEqual([true, true, true]);
      }
    });
    expect(read).toEqual([]);
  });

  test('shows a viewer what they did in the next answer, and stays where it is', async () => {
    const mongodbUri = await freshMongoWithFilms();
    await using running = await startEngineApp({ mongodbUri, ...redis() });
    const [ann, ben] = [await addSignedIn(mongodbUri, 'ann'), await addSignedIn(mongodbUri, 'ben')];
    await live(running);
    const [id = ''] = idsOf(await ask(running, home, ann));
    await ask(running, home, ben);
    for (const mutation of [favour(id), watch(id, 10), watch(id, 70)]) {
      await changing(running, ann.authorization, mutation);
      const { cache } = await ask(running, home, ann);
      expect(cache).toMatchObject({ hit: true, live: { own: { hit: false }, shared: { hit: true } } });
    }
    expect((await ask(running, home, ann)).text).toMatch(
      /"isFavourite":true,"myRating":null,"myProgress":\{"positionSeconds":70,"isFinished":false\}/,
    );
    const others = await ask(running, home, ben);
    expect(others.cache).toMatchObject({ hit: true, live: { own: { hit: true } } });
    expect(others.text).not.toContain('"isFavourite":true');
  });

  test('is filled in for another list as soon as a write makes it another', async () => {
    const mongodbUri = await freshMongoWithFilms();
    await using running = await startEngineApp({ mongodbUri, ...redis() });
    const ann = await addSignedIn(mongodbUri, 'ann');
    await live(running);
    const ids = idsOf(await ask(running, home, ann));
    await changing(running, ann.authorization, favour(ids[4] ?? ''));
    await ask(running, home, ann);
    await changing(
      running,
      adminAuthorization,
      `updateMovie(id: "${ids[4]}", input: { rating: 10, votes: 5000000 }) { movie { id } }`,
    );
    const { text, cache } = await ask(running, home, ann);
    expect(cache.hit).toBe(false);
    const nodes = (
      JSON.parse(text) as { data: { movies: { nodes: { id: string; isFavourite: boolean }[] } } }
    ).data.movies.nodes;
    expect(nodes.filter(({ isFavourite }) => isFavourite).map((node) => node.id)).toEqual([ids[4]]);
    expect(nodes[0]?.id).toBe(ids[4]);
  });
});

const operations: readonly {
  readonly query: string;
  readonly variables?: (ids: readonly string[]) => object;
}[] = [
  { query: home },
  {
    query:
      '{ a: movies(first: 2) { nodes { x: views x2: views title y: isFavourite } } b: popularMovies(first: 3) { nodes { myRating } } }',
  },
  {
    query:
      'query Q($id: ID!, $with: Boolean!) { node(id: $id) { id ... on Movie { ...F directors { name movies(first: 2) { nodes { ...F } } } } } } fragment F on Movie { title views @include(if: $with) myProgress { ...P } isFavourite @skip(if: $with) } fragment P on WatchProgress { __typename positionSeconds watchedAt }',
    variables: ([id]) => ({ id, with: true }),
  },
  {
    query: 'query Q($id: ID!) { movie(id: $id) { title isFavourite myRating rating } }',
    variables: (ids) => ({ id: ids[1] }),
  },
  {
    query:
      '{ search(query: "the", first: 4) { nodes { __typename ... on Movie { views myRating } ... on Person { name } } } }',
  },
  {
    query:
      '{ movie(id: "TW92aWU6bm9uZQ") { title } genres { name } movies(first: 0) { nodes { isFavourite } } }',
  },
  {
    query:
      'query Q($id: ID!) { movie(id: $id) { recommendations(first: 3) { nodes { title views isFavourite } } } }',
    variables: (ids) => ({ id: ids[2] }),
  },
  { query: '{ movies(filter: { genre: "no-such" }) { nodes { title isFavourite views } } }' },
];

test('an answer is byte for byte what is computed without a cache, for everybody, cold and kept', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using running = await startEngineApp({ mongodbUri });
  await using plain = await startApp({ mongodbUri, cacheEngine: 'off', development: false });
  const [ann, ben] = [await addSignedIn(mongodbUri, 'ann'), await addSignedIn(mongodbUri, 'ben')];
  await live(running);
  const ids = idsOf(await ask(plain, home));
  await changing(running, ann.authorization, favour(ids[0] ?? ''));
  await changing(running, ann.authorization, favour(ids[1] ?? ''));
  await changing(running, ben.authorization, watch(ids[0] ?? '', 42));
  await changing(running, ben.authorization, `rateMovie(movieId: "${ids[1]}", rating: 3) { movie { id } }`);
  await changing(running, ben.authorization, `recordView(movieId: "${ids[0]}") { counted }`);
  for (const { query, variables } of operations) {
    for (const who of [ann, ben, {}]) {
      const asking = { ...who, ...(variables && { variables: variables(ids) }) };
      const truth = (await ask(plain, query, asking)).text;
      for (let turn = 0; turn < 3; turn += 1) expect((await ask(running, query, asking)).text).toBe(truth);
    }
  }
});

test('views shorten their own life and not that of the page', async () => {
  await using running = await startEngineApp({ mongodbUri: await freshMongoWithFilms() });
  await live(running);
  const { cache } = await ask(running, '{ movies(first: 5) { nodes { title views } } }');
  expect(cache.ttl).toBeGreaterThan(1_000_000);
  expect(cache.live?.shared?.ttl).toBeLessThan(40_000);
});

test('another instance fills in a page that the first computed', async () => {
  const mongodbUri = await freshMongoWithFilms();
  const shared = { mongodbUri, redisUrl: freshRedis().url, redisPrefix: `test-${randomUUID()}` };
  await using here = await startEngineApp(shared);
  await using there = await startEngineApp(shared);
  const [ann, ben] = [await addSignedIn(mongodbUri, 'ann'), await addSignedIn(mongodbUri, 'ben')];
  await Promise.all([live(here), live(there)]);
  const [id = ''] = idsOf(await ask(here, home, ann));
  await changing(here, ben.authorization, favour(id));
  const { cache, text } = await ask(there, home, ben);
  expect(cache).toMatchObject({ hit: true, tier: 'redis', live: { own: { hit: false } } });
  expect(text).toContain('"isFavourite":true');
});

test('a browser may keep nothing of it, and asks again by the tag of what it was given', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using running = await startEngineApp({ mongodbUri });
  const ann = await addSignedIn(mongodbUri, 'ann');
  await live(running);
  const address = `${running.url}?query=${encodeURIComponent(home)}`;
  const get = async (headers: Record<string, string>) => {
    const response = await fetch(address, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  for (let turn = 0; turn < 2; turn += 1) await get({ authorization: ann.authorization });
  const kept = await get({ authorization: ann.authorization });
  expect(kept.headers.get('cache-control')).toBe('private, no-store');
  const etag = kept.headers.get('etag') ?? '';
  expect((await get({ authorization: ann.authorization, 'if-none-match': etag })).status).toBe(304);
  const [id = ''] = idsOf({ text: kept.text } as Told);
  await changing(running, ann.authorization, favour(id));
  const next = await get({ authorization: ann.authorization, 'if-none-match': etag });
  expect(next.status).toBe(200);
  expect(next.text).toContain('"isFavourite":true');
});

test('where a live field fails, the answer is what it is without a cache, and is not kept', async () => {
  const mongodbUri = await freshMongoWithFilms();
  await using running = await startEngineApp({ mongodbUri });
  const ann = await addSignedIn(mongodbUri, 'ann');
  await live(running);
  const [id = ''] = idsOf(await ask(running, home, ann));
  // What no rating can be, so that it cannot be told.
  await running.app.mongo.collection<{ _id: string }>('movieRatings').insertOne({
    _id: `${ann.userId}:${Buffer.from(id, 'base64url').toString().split(':')[1]}`,
    userId: ann.userId,
    rating: 'ten',
  } as never);
  const failing = `query Other { movies(first: 5, sort: { field: RATING, direction: DESC }) { nodes { title myRating } } }`;
  for (let turn = 0; turn < 2; turn += 1) {
    const { text } = await ask(running, failing, ann);
    expect(text).toContain('"errors"');
    expect(text).toContain('"path":["movies","nodes",0,"myRating"]');
  }
});
