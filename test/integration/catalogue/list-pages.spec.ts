import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { walk, type MovieEdge } from '../../testkit/catalogue.ts';
import { Movies } from '../../testkit/documents.ts';
import type { MoviesQueryVariables, MovieSort } from '../../testkit/generated/graphql.ts';

const filter = { director: 'george-lucas' };
const sort: MovieSort = { field: 'RATING', direction: 'ASC' };

let running: RunningApp;
/** The whole list, as one page that needed no cursor. */
let all: MovieEdge[];
beforeAll(async () => {
  running = await startApp();
  all = (await running.client.query(Movies, { filter, sort, first: 100 })).movies.edges;
});
afterAll(() => running[Symbol.asyncDispose]());

interface Page {
  readonly size: number;
  readonly backward: boolean;
  /** Places in the whole list. */
  readonly after: number | undefined;
  readonly before: number | undefined;
}

/** What the Relay specification asks for, on places instead of cursors. */
const expectedOf = ({ size, backward, after, before }: Page, count: number) => {
  const range = Array.from({ length: count }, (_, place) => place).filter(
    (place) => (after === undefined || place > after) && (before === undefined || place < before),
  );
  const places = backward ? range.slice(-size) : range.slice(0, size);
  const [start, end] = [places[0], places.at(-1)];
  return {
    places,
    // An empty page lies between its cursors: there is something beyond it if a cursor leaves room for it.
    hasNextPage: end === undefined ? before !== undefined && (after ?? -1) < count - 1 : end < count - 1,
    hasPreviousPage: start === undefined ? after !== undefined && (before ?? count) > 0 : start > 0,
  };
};

const everyPage = (count: number): Page[] => {
  const places = [undefined, ...Array.from({ length: count }, (_, place) => place)];
  return [1, 2, count].flatMap((size) =>
    [false, true].flatMap((backward) =>
      places.flatMap((after) => places.map((before) => ({ size, backward, after, before }))),
    ),
  );
};

const argumentsOf = ({ size, backward, after, before }: Page): MoviesQueryVariables => ({
  ...(backward ? { last: size } : { first: size }),
  after: after === undefined ? null : (all[after]?.cursor ?? null),
  before: before === undefined ? null : (all[before]?.cursor ?? null),
});

describe('a page', () => {
  test('is what the Relay specification says, for every size, direction, after and before', async () => {
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(all.filter(({ node }) => (node.rating ?? null) === null).length).toBeGreaterThan(0);
    for (const page of everyPage(all.length)) {
      const { movies } = await running.client.query(Movies, { filter, sort, ...argumentsOf(page) });
      const { places, hasNextPage, hasPreviousPage } = expectedOf(page, all.length);
      const edges = places.map((place) => all[place]);
      expect({ page, movies }).toEqual({
        page,
        movies: {
          totalCount: all.length,
          edges,
          pageInfo: {
            hasNextPage,
            hasPreviousPage,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          },
        },
      });
    }
  });

  test.for([1, 2, 3, 100])('walked by %i forward and backward, gives the same list', async (size) => {
    expect(await walk(running.client, { filter, sort }, size)).toEqual(all);
    expect(await walk(running.client, { filter, sort }, size, 'backward')).toEqual(all);
  });

  test('of a hundred is the largest, in either direction', async () => {
    const { movies: head } = await running.client.query(Movies, { first: 100 });
    const { movies: tail } = await running.client.query(Movies, { last: 100 });
    expect([head.edges.length, tail.edges.length]).toEqual([100, 100]);
    expect(tail.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});

describe('a request for a page is refused', () => {
  /** The sentence of each error, all of which must be the client's fault. */
  const refusalOf = async (page: MoviesQueryVariables): Promise<string[]> => {
    const { body } = await running.client.send(Movies, { filter, sort, ...page });
    if (body.data) throw new Error('expected no page');
    return (body.errors ?? []).map(({ message, extensions }) => `${String(extensions?.['code'])} ${message}`);
  };
  const sentence = (text: string) => [`BAD_USER_INPUT ${text}`];

  test.for([0, -1, 101])('when its size is %i', async (size) => {
    const range = `expected a number from 1 to 100, but got ${size}.`;
    expect(await refusalOf({ first: size })).toEqual(sentence(`first: ${range}`));
    expect(await refusalOf({ last: size })).toEqual(sentence(`last: ${range}`));
  });

  test('with both first and last', async () => {
    expect(await refusalOf({ first: 1, last: 1 })).toEqual(
      sentence('Expected either first or last, but got both.'),
    );
  });

  test.for([
    '',
    'garbage',
    '!!!',
    'W10',
    Buffer.from('[1,"RATING:ASC",null]').toString('base64url'),
    Buffer.from('[2,"RATING:ASC",null,"x"]').toString('base64url'),
    Buffer.from('{"$gt":""}').toString('base64url'),
  ])('with %j, which is no cursor', async (cursor) => {
    const expected = `expected a cursor from an answer, but got ${JSON.stringify(cursor)}.`;
    expect(await refusalOf({ first: 1, after: cursor })).toEqual(sentence(`after: ${expected}`));
    expect(await refusalOf({ last: 1, before: cursor })).toEqual(sentence(`before: ${expected}`));
  });

  test.for<MovieSort>([
    { field: 'VOTES', direction: 'ASC' },
    { field: 'RATING', direction: 'DESC' },
  ])('with a cursor of the order $field $direction', async (other) => {
    const { movies } = await running.client.query(Movies, { filter, sort: other, first: 1 });
    const name = `${other.field}:${other.direction}`;
    expect(await refusalOf({ first: 1, after: movies.pageInfo.endCursor ?? null })).toEqual(
      sentence(`after: expected a cursor of the order RATING:ASC, but got one of ${name}.`),
    );
  });

  test('with a value in the cursor that the order cannot have', async () => {
    const cursor = Buffer.from('[1,"RATING:ASC",{"$gt":0},"x"]').toString('base64url');
    const [refusal] = await refusalOf({ first: 1, after: cursor });
    expect(refusal).toMatch(/^BAD_USER_INPUT after: expected a cursor of the order RATING:ASC/);
  });
});
