import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { moviesIn } from '../../testkit/catalogue.ts';
import { commandsDuring, namesOf, pathsRead } from '../../testkit/mongo-commands.ts';
import { sendText } from '../../testkit/untyped.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

/** The commands that a query costs; a query that fails costs the test. */
const costOf = (query: string, variables?: object) =>
  commandsDuring(running.app.mongo, async () => {
    const { errors, data } = await sendText(running.url, query, variables);
    expect(errors).toEqual([]);
    expect(data).toBeTruthy();
  });

describe('a page costs the same number of commands whatever its length', () => {
  const cases: [what: string, query: string, cost: string[]][] = [
    ['of films', 'query ($first: Int) { movies(first: $first) { nodes { title } } }', ['find movies']],
    [
      'with their directors and genres',
      'query ($first: Int) { movies(first: $first) { nodes { title directors { name } genres { name } } } }',
      ['find genres', 'find movies', 'find people'],
    ],
    [
      "with their directors' other films",
      `query ($first: Int) {
        popularMovies(first: $first) {
          nodes { title directors { name movies(first: 3) { nodes { title genres { name } } } } }
        }
      }`,
      ['find genres', 'find movies', 'find movies', 'find people'],
    ],
    [
      'with directors of films of directors',
      `query ($first: Int) {
        movies(first: $first) {
          nodes { directors { movies(last: 2) { nodes { directors { name movies { totalCount } } } } } }
        }
      }`,
      ['find movies', 'find movies', 'find movies', 'find people', 'find people'],
    ],
    [
      'of a search',
      'query ($first: Int) { search(query: "of", first: $first) { nodes { ... on Movie { title directors { name } } } } }',
      ['find movies', 'find movies', 'find people', 'find people'],
    ],
  ];
  test.for(cases)('%s', async ([, query, cost]) => {
    expect(namesOf(await costOf(query, { first: 5 }))).toEqual(cost);
    expect(namesOf(await costOf(query, { first: 100 }))).toEqual(cost);
  });
});

describe('a command is sent only for what was asked', () => {
  const movies = (fields: string, page = 'first: 5') => `{ movies(${page}) { ${fields} } }`;

  test('totalCount costs one', async () => {
    expect(namesOf(await costOf(movies('nodes { id }')))).toEqual(['find movies']);
    expect(namesOf(await costOf(movies('nodes { id } totalCount')))).toEqual([
      'aggregate movies',
      'find movies',
    ]);
  });

  test('hasNextPage of a page forward, and hasPreviousPage of one backward, cost none', async () => {
    expect(await costOf(movies('pageInfo { hasNextPage hasPreviousPage endCursor }'))).toHaveLength(1);
    expect(await costOf(movies('pageInfo { hasNextPage hasPreviousPage }', 'last: 5'))).toHaveLength(1);
  });

  test('hasPreviousPage after a cursor costs one', async () => {
    const { data } = await sendText(running.url, movies('pageInfo { endCursor }'));
    const page = data?.['movies'] as { pageInfo: { endCursor: string } } | undefined;
    const next = `first: 5, after: ${JSON.stringify(page?.pageInfo.endCursor)}`;
    expect(await costOf(movies('nodes { id } pageInfo { hasNextPage }', next))).toHaveLength(1);
    expect(await costOf(movies('nodes { id } pageInfo { hasPreviousPage }', next))).toHaveLength(2);
  });

  test('a field that is skipped costs nothing', async () => {
    const query = `query ($with: Boolean!) {
      movies(first: 5) { totalCount @include(if: $with) nodes { id directors @skip(if: true) { name } } }
    }`;
    expect(namesOf(await costOf(query, { with: false }))).toEqual(['find movies']);
  });
});

describe('only what was selected is read', () => {
  test('of films and what they refer to', async () => {
    const commands = await costOf(
      '{ movies(first: 3) { nodes { title year genres { slug } directors { id name } } } }',
    );
    expect(pathsRead(commands, 'movies')).toEqual(
      ['_id', 'directorIds', 'genreIds', 'popularity', 'releaseDate', 'title'].toSorted(),
    );
    expect(pathsRead(commands, 'genres')).toEqual(['_id']);
    expect(pathsRead(commands, 'people')).toEqual(['_id', 'name']);
  });

  test('through fragments, aliases and edges', async () => {
    const commands = await costOf(
      `{ movies(first: 3, sort: { field: TITLE }) { edges { node { ...Some } } pageInfo { endCursor } } }
      fragment Some on Movie { name: title ... on Node { id } ... on Movie { votes rating @skip(if: true) } }`,
    );
    expect(pathsRead(commands, 'movies')).toEqual(['_id', 'title', 'titleKey', 'votes']);
  });

  test('of one film', async () => {
    const film = await moviesIn(running).findOne();
    const id = toGlobalId('Movie', film?._id ?? '');
    expect(pathsRead(await costOf(`{ movie(id: "${id}") { rating } }`), 'movies')).toEqual(['_id', 'rating']);
    expect(pathsRead(await costOf(`{ node(id: "${id}") { id ... on Movie { votes } } }`), 'movies')).toEqual([
      '_id',
      'votes',
    ]);
  });

  test("of a person's films", async () => {
    const commands = await costOf(
      '{ person(slug: "steven-spielberg") { movies(first: 2) { nodes { title } } } }',
    );
    expect(pathsRead(commands, 'movies')).toEqual(['_id', 'directorIds', 'releaseDate', 'title']);
    expect(pathsRead(commands, 'people')).toEqual(['_id']);
  });
});

describe('reads by key are batched', () => {
  test('fifty films asked for one by one cost one command', async () => {
    const films = await moviesIn(running).find().limit(50).toArray();
    const fields = films.map(
      ({ _id }, place) => `m${place}: movie(id: "${toGlobalId('Movie', _id)}") { title }`,
    );
    const commands = await costOf(`{ ${fields.join(' ')} }`);
    expect(namesOf(commands)).toEqual(['find movies']);
    expect(pathsRead(commands, 'movies')).toEqual(['_id', 'title']);
  });

  test('one film asked for twice with different fields costs one command that reads both', async () => {
    const film = await moviesIn(running).findOne();
    const id = toGlobalId('Movie', film?._id ?? '');
    const commands = await costOf(`{ a: movie(id: "${id}") { title } b: movie(id: "${id}") { votes } }`);
    expect(pathsRead(commands, 'movies')).toEqual(['_id', 'title', 'votes']);
  });

  test('people and genres asked for beside each other cost one command a collection', async () => {
    const commands = await costOf(`{
      a: person(slug: "steven-spielberg") { name movies { totalCount } }
      b: person(slug: "woody-allen") { name movies { totalCount } }
      c: genre(slug: "western") { name }
      d: genre(slug: "drama") { name }
    }`);
    expect(namesOf(commands)).toEqual(['find genres', 'find movies', 'find people']);
  });
});
