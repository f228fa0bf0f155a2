import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { keyOf, moviesIn, walk } from '../../testkit/catalogue.ts';
import type { MovieSort, MovieSortField } from '../../testkit/generated/graphql.ts';
import { graphql } from '../../testkit/generated/index.ts';

let running: RunningApp;
let films: MovieRecord[];
beforeAll(async () => {
  running = await startApp();
  films = await moviesIn(running).find().toArray();
});
afterAll(() => running[Symbol.asyncDispose]());

const PopularMovies = graphql(`
  query PopularMovies($first: Int, $after: String) {
    popularMovies(first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
        }
      }
    }
  }
`);

const valueOf: Record<MovieSortField, (film: MovieRecord) => string | number | null> = {
  TITLE: ({ titleKey }) => titleKey,
  RELEASE_DATE: ({ releaseDate }) => releaseDate?.getTime() ?? null,
  RATING: ({ rating }) => rating,
  VOTES: ({ votes }) => votes,
  POPULARITY: ({ popularity }) => popularity,
};

/** Written apart from the code it judges: nothing before something, text by its bytes, the key among equals. */
const compareUp = (a: string | number | null, b: string | number | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' || typeof b === 'string')
    return Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));
  return a - b;
};
const sorted = ({ field, direction }: MovieSort): string[] => {
  const up = films.toSorted(
    (a, b) => compareUp(valueOf[field](a), valueOf[field](b)) || compareUp(a._id, b._id),
  );
  return (direction === 'DESC' ? up.toReversed() : up).map(({ _id }) => _id);
};

const orders = (['TITLE', 'RELEASE_DATE', 'RATING', 'VOTES', 'POPULARITY'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction): MovieSort => ({ field, direction })),
);

describe('the whole list, read by pages', () => {
  test.for(orders)('is in the order $field $direction, films without the value included', async (sort) => {
    const edges = await walk(running.client, { sort }, 100);
    expect(edges.map(({ node }) => keyOf(node.id))).toEqual(sorted(sort));
  });

  test('is the same read from its end', async () => {
    const sort: MovieSort = { field: 'RATING', direction: 'DESC' };
    const edges = await walk(running.client, { sort }, 100, 'backward');
    expect(edges.map(({ node }) => keyOf(node.id))).toEqual(sorted(sort));
  });
});

test('the orders that may meet a missing value do meet one, and one value often', () => {
  expect(films.filter(({ rating }) => rating === null).length).toBeGreaterThan(100);
  expect(films.filter(({ releaseDate }) => releaseDate === null).length).toBeGreaterThan(0);
  expect(new Set(films.map(({ rating }) => rating)).size).toBeLessThan(100);
});

test('a sort without a direction goes up', async () => {
  const sort = { field: 'VOTES' } as const;
  const up = await walk(running.client, { sort, filter: { genre: 'western' } }, 100);
  const said = await walk(
    running.client,
    { sort: { ...sort, direction: 'ASC' }, filter: { genre: 'western' } },
    100,
  );
  expect(up).toEqual(said);
});

test('titles are sorted without case, accents and a leading article', async () => {
  const edges = await walk(running.client, { sort: { field: 'TITLE' }, filter: { genre: 'western' } }, 100);
  const titles = edges.map(({ node }) => node.title.toLowerCase().replace(/^(the|an|a) /, ''));
  expect(titles[0]?.localeCompare(titles.at(-1) ?? '', 'en')).toBe(-1);
  expect(edges.some(({ node }, place) => node.title.startsWith('The ') && place < edges.length / 2)).toBe(
    true,
  );
});

test('popularMovies goes from the most popular down, and on from a cursor', async () => {
  const byPopularity = sorted({ field: 'POPULARITY', direction: 'DESC' });
  const { popularMovies: top } = await running.client.query(PopularMovies, { first: 30 });
  expect(top.totalCount).toBe(3201);
  expect(top.edges.map(({ node }) => keyOf(node.id))).toEqual(byPopularity.slice(0, 30));
  const after = top.edges.at(-1)?.cursor ?? null;
  const { popularMovies: next } = await running.client.query(PopularMovies, { first: 10, after });
  expect(next.edges.map(({ node }) => keyOf(node.id))).toEqual(byPopularity.slice(30, 40));
});
