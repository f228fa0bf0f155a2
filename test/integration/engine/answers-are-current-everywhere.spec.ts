import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { ask, fieldOf, live, startEngineApp } from '../../testkit/engine-app.ts';
import { privateNotes } from '../../testkit/private-notes.ts';
import { freshMongo, freshRedis } from '../../testkit/servers.ts';

/** Two servers on one Mongo and one Redis: what one acknowledged, the other may not be behind of. */
let here: RunningApp;
let there: RunningApp;

beforeAll(async () => {
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: freshRedis().url,
    redisPrefix: `test-${randomUUID()}`,
    extension: privateNotes,
  };
  here = await startEngineApp(shared);
  there = await startEngineApp(shared);
  await Promise.all([live(here), live(there)]);
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const create = async (input: Record<string, unknown>): Promise<string> => {
  const created = await ask(
    here,
    'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }',
    { variables: { input }, as: 'admin' },
  );
  expect(created.codes).toEqual([]);
  return fieldOf<{ movie: { id: string } }>(created, 'createMovie').movie.id;
};

const update = async (id: string, input: Record<string, unknown>): Promise<void> => {
  const { codes } = await ask(
    here,
    'mutation ($id: ID!, $input: UpdateMovieInput!) { updateMovie(id: $id, input: $input) { movie { id } } }',
    { variables: { id, input }, as: 'admin' },
  );
  expect(codes).toEqual([]);
};

const remove = async (id: string): Promise<void> => {
  await ask(here, 'mutation ($id: ID!) { deleteMovie(id: $id) { movie { id } } }', {
    variables: { id },
    as: 'admin',
  });
};

/** Asks the other server until it answers from its cache, so that what follows is about what it keeps. */
const warm = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { data, cache } = await ask(there, query, variables ? { variables } : {});
    if (cache.hit) return data;
  }
  throw new Error(`It is never kept: ${query}`);
};

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

describe('after a write was acknowledged by one server, the other one shows it', () => {
  test('in the detail of a film', async () => {
    const id = await create({ title: unique('Before') });
    const query = 'query ($id: ID!) { movie(id: $id) { title } }';
    await warm(query, { id });
    const title = unique('After');
    await update(id, { title });
    const { data, cache } = await ask(there, query, { variables: { id } });
    expect(data).toEqual({ movie: { title } });
    expect(cache.reasons).toContain('what was kept was invalidated by a write');
  });

  test('where there was nothing before', async () => {
    const title = unique('Not there yet');
    const id = await create({ title });
    await remove(id);
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await warm(query, { id })).toEqual({ node: null });
    await create({ title });
    expect((await ask(there, query, { variables: { id } })).data).toEqual({ node: { id } });
  });

  test('in a list that a film enters, leaves and moves out of', async () => {
    const count = 'query ($genre: String!) { movies(filter: { genre: $genre }) { totalCount } }';
    const countOf = async (genre: string) => {
      const counted = await ask(there, count, { variables: { genre } });
      return fieldOf<{ totalCount: number }>(counted, 'movies').totalCount;
    };
    await warm(count, { genre: 'western' });
    await warm(count, { genre: 'musical' });
    const [western, musical] = [await countOf('western'), await countOf('musical')];

    const id = await create({ title: unique('A Singing Cowboy'), genres: ['western'] });
    expect(await countOf('western')).toBe(western + 1);
    await update(id, { genres: ['musical'] });
    expect([await countOf('western'), await countOf('musical')]).toEqual([western, musical + 1]);
    await remove(id);
    expect(await countOf('musical')).toBe(musical);
  });

  test('in the order of a list', async () => {
    const query = '{ movies(sort: { field: VOTES, direction: DESC }, first: 1) { nodes { id } } }';
    const id = await create({ title: unique('Overnight Success'), rating: 5, votes: 1 });
    await warm(query);
    await update(id, { votes: 99_999_999 });
    expect((await ask(there, query)).data).toEqual({ movies: { nodes: [{ id }] } });
    await remove(id);
  });

  test('in a search', async () => {
    const word = `zz${randomUUID().slice(0, 8)}`;
    const query = 'query ($query: String!) { search(query: $query) { totalCount } }';
    expect(await warm(query, { query: word })).toEqual({ search: { totalCount: 0 } });
    await create({ title: `The ${word}` });
    expect((await ask(there, query, { variables: { query: word } })).data).toEqual({
      search: { totalCount: 1 },
    });
  });

  test('in the films of a person', async () => {
    const query = '{ person(slug: "frank-darabont") { movies(first: 100) { totalCount } } }';
    const before = (await warm(query)) as { person: { movies: { totalCount: number } } };
    await create({ title: unique('One More'), directors: ['Frank Darabont'] });
    const expected = before.person.movies.totalCount + 1;
    expect((await ask(there, query)).data).toEqual({ person: { movies: { totalCount: expected } } });
  });

  test("in a viewer's own things", async () => {
    const write = 'mutation ($text: String!) { setMyNote(text: $text) }';
    await ask(here, write, { variables: { text: 'one' }, as: 'ada' });
    const query = '{ myNote }';
    for (const _time of [1, 2])
      expect((await ask(there, query, { as: 'ada' })).data).toEqual({ myNote: 'one' });
    expect((await ask(there, query, { as: 'ada' })).cache).toMatchObject({ hit: true, scope: 'viewer' });
    await ask(here, write, { variables: { text: 'two' }, as: 'ada' });
    expect((await ask(there, query, { as: 'ada' })).data).toEqual({ myNote: 'two' });
  });
});

describe('a write leaves alone', () => {
  test('lists of other genres, and other films', async () => {
    const comedies = '{ movies(filter: { genre: "comedy" }, first: 3) { totalCount nodes { title } } }';
    const film = '{ search(query: "casablanca", first: 1) { nodes { ... on Movie { title year } } } }';
    await warm(comedies);
    const id = await create({ title: unique('A New Drama'), genres: ['drama'] });
    expect((await ask(there, comedies)).cache.hit).toBe(true);
    await warm(film);
    await update(id, { budgetUsd: 5 });
    expect((await ask(there, comedies)).cache.hit).toBe(true);
    expect((await ask(there, film)).cache.hit).toBe(true);
  });
});

test('the second server finds in Redis what the first one has computed', async () => {
  const query = '{ movies(filter: { genre: "horror" }, first: 7) { nodes { title directors { name } } } }';
  const first = await ask(here, query);
  expect(first.cache).toMatchObject({ hit: false, didCache: true });
  const second = await ask(there, query);
  expect(second.cache).toMatchObject({ hit: true, tier: 'redis' });
  expect(second.data).toEqual(first.data);
  expect((await ask(there, query)).cache).toMatchObject({ hit: true, tier: 'memory' });
});

test('two hundred that ask the same at once, of two servers, cost the commands of one', async () => {
  const commands: string[] = [];
  for (const { app } of [here, there]) {
    app.mongo.getClient().on('commandStarted', ({ commandName }) => {
      if (commandName === 'find' || commandName === 'aggregate') commands.push(commandName);
    });
  }
  const query =
    '{ movies(filter: { genre: "action" }, first: 50) { nodes { title genres { name } directors { name } } } }';
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => ask(index % 2 === 0 ? here : there, query)),
  );
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(commands).toHaveLength(3);
});
