import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addMovie } from '../../testkit/catalogue.ts';
import { DeleteMovie, Movies, UpdateMovie } from '../../testkit/documents.ts';
import type { MoviesQuery, MoviesQueryVariables, MovieSort } from '../../testkit/generated/graphql.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

/** Films of a director of their own, by title, with their ratings: two of them the same, two unknown. */
const ratings: Readonly<Record<string, number | null>> = {
  Unrated1: null,
  Unrated2: null,
  Two: 2,
  Four: 4,
  FourToo: 4,
  Six: 6,
  Seven: 7,
  Eight: 8,
};

const startList = async (director: string) => {
  const ids = new Map<string, string>();
  const add = async (title: string, rating: number | null) => {
    const id = await addMovie(running.admin, {
      title: `${director} ${title}`,
      directors: [director],
      rating,
    });
    ids.set(title, id);
  };
  for (const [title, rating] of Object.entries(ratings)) await add(title, rating);
  const idOf = (title: string): string => ids.get(title) ?? '';
  const titleOf = (id: string): string => [...ids].find(([, known]) => known === id)?.[0] ?? id;
  return {
    add,
    remove: (title: string) => running.admin.query(DeleteMovie, { id: idOf(title) }),
    rate: (title: string, rating: number | null) =>
      running.admin.query(UpdateMovie, { id: idOf(title), input: { rating } }),
    /** Titles in pages of two; `between` runs after each page and is told what was on it. */
    walk: async (
      sort: MovieSort,
      between: (page: readonly string[]) => Promise<unknown>,
    ): Promise<string[]> => {
      const seen: string[] = [];
      let after: string | null = null;
      for (;;) {
        const variables: MoviesQueryVariables = {
          filter: { director: director.toLowerCase() },
          sort,
          first: 2,
          after,
        };
        const { movies }: MoviesQuery = await running.client.query(Movies, variables);
        const page = movies.edges.map(({ node }) => titleOf(node.id));
        seen.push(...page);
        if (!movies.pageInfo.hasNextPage) return seen;
        after = movies.pageInfo.endCursor ?? null;
        await between(page);
      }
    },
  };
};

const sorts: MovieSort[] = [
  { field: 'RATING', direction: 'ASC' },
  { field: 'RATING', direction: 'DESC' },
];

describe.for(sorts)('while a list in order $field $direction is paged', (sort) => {
  const name = (what: string) => `${what}${(sort.direction ?? 'ASC').toLowerCase()}`;
  const untouched = Object.keys(ratings).toSorted();

  test('films that come in behind shift nothing, and films that come in ahead are met', async () => {
    const list = await startList(name('arrivals'));
    const [behind, ahead] = sort.direction === 'ASC' ? [1, 9] : [9, 1];
    let pages = 0;
    const seen = await list.walk(sort, async () => {
      pages += 1;
      if (pages !== 2) return;
      await list.add('Behind', behind);
      await list.add('Ahead', ahead);
    });
    expect(seen.toSorted()).toEqual([...untouched, 'Ahead'].toSorted());
  });

  test('the very film of the cursor may go: nothing is skipped, nothing repeated', async () => {
    const list = await startList(name('departures'));
    const seen = await list.walk(sort, (page) => list.remove(page.at(-1) ?? ''));
    expect(seen.toSorted()).toEqual(untouched);
  });

  test('films already read may move within what is behind, or go', async () => {
    const list = await startList(name('moves'));
    const seen: string[] = [];
    const read = await list.walk(sort, async (page) => {
      seen.push(...page);
      if (seen.length === 4) await list.rate(seen[3] ?? '', sort.direction === 'ASC' ? 0.5 : 9.5);
      if (seen.length === 6) await list.remove(seen[0] ?? '');
    });
    expect(read.toSorted()).toEqual(untouched);
  });
});
