import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MovieRecord } from '../../../src/modules/catalogue/index.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { keyOf, moviesIn, walk } from '../../testkit/catalogue.ts';
import { Movies } from '../../testkit/documents.ts';
import type { MovieFilter } from '../../testkit/generated/graphql.ts';

let running: RunningApp;
let films: MovieRecord[];
beforeAll(async () => {
  running = await startApp();
  films = await moviesIn(running).find().toArray();
});
afterAll(() => running[Symbol.asyncDispose]());

const yearOf = ({ releaseDate }: MovieRecord): number | undefined => releaseDate?.getUTCFullYear();
const inYears = (film: MovieRecord, min: number, max: number): boolean => {
  const year = yearOf(film);
  return year !== undefined && year >= min && year <= max;
};
const rated = ({ rating }: MovieRecord, min: number, max: number): boolean =>
  rating !== null && rating >= min && rating <= max;

const cases: [what: string, filter: MovieFilter, holds: (film: MovieRecord) => boolean][] = [
  ['a genre', { genre: 'western' }, ({ genreIds }) => genreIds.includes('western')],
  [
    'a genre that is not the first of its films',
    { genre: 'black-comedy' },
    ({ genreIds }) => genreIds.includes('black-comedy'),
  ],
  [
    'a director',
    { director: 'steven-spielberg' },
    ({ directorIds }) => directorIds.includes('steven-spielberg'),
  ],
  ['a single year', { year: { min: 1994, max: 1994 } }, (film) => inYears(film, 1994, 1994)],
  ['years up to one', { year: { max: 1939 } }, (film) => inYears(film, 0, 1939)],
  ['years from one', { year: { min: 2010 } }, (film) => inYears(film, 2010, 9999)],
  [
    'ratings in a range, both ends included',
    { rating: { min: 8.5, max: 8.9 } },
    (film) => rated(film, 8.5, 8.9),
  ],
  ['ratings up to one, without the unrated', { rating: { max: 2.5 } }, (film) => rated(film, 0, 2.5)],
  ['ratings from one', { rating: { min: 8.7 } }, (film) => rated(film, 8.7, 10)],
  [
    'everything at once',
    {
      genre: 'drama',
      director: 'steven-spielberg',
      year: { min: 1985, max: 2005 },
      rating: { min: 7, max: 8.5 },
    },
    (film) =>
      film.genreIds.includes('drama') &&
      film.directorIds.includes('steven-spielberg') &&
      inYears(film, 1985, 2005) &&
      rated(film, 7, 8.5),
  ],
];

describe('a filter', () => {
  test.for(cases)('by %s leaves exactly the films that fit', async ([, filter, holds]) => {
    const edges = await walk(running.client, { filter }, 100);
    const expected = films.filter(holds).map(({ _id }) => _id);
    expect(expected.length).toBeGreaterThan(0);
    expect(edges.map(({ node }) => keyOf(node.id)).toSorted()).toEqual(expected.toSorted());
    const { movies } = await running.client.query(Movies, { filter, first: 1 });
    expect(movies.totalCount).toBe(expected.length);
  });

  test('that leaves everything open leaves everything in', async () => {
    const filter = { genre: null, director: null, year: {}, rating: { min: null, max: null } };
    const { movies } = await running.client.query(Movies, { filter, first: 1 });
    expect(movies.totalCount).toBe(3201);
  });

  test('that nothing fits gives an empty page', async () => {
    const { movies } = await running.client.query(Movies, { filter: { genre: 'no-such-genre' } });
    expect(movies).toEqual({
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  const refused: [filter: MovieFilter, sentence: RegExp][] = [
    [{ genre: 'Science Fiction' }, /^filter\.genre: expected a slug .*but got "Science Fiction"\.$/],
    [{ genre: '' }, /^filter\.genre: expected a slug/],
    [{ director: 'Steven Spielberg' }, /^filter\.director: expected a slug .*but got "Steven Spielberg"\.$/],
    [{ year: { min: 0 } }, /^filter\.year\.min: expected a number from 1 to 9998, but got 0\.$/],
    [{ year: { max: 10_000 } }, /^filter\.year\.max: expected a number from 1 to 9998/],
    [
      { year: { min: 2000, max: 1999 } },
      /^filter\.year: expected min to be at most max, but got 2000 and 1999\.$/,
    ],
    [{ rating: { max: 10.1 } }, /^filter\.rating\.max: expected a number from 0 to 10, but got 10\.1\.$/],
    [{ rating: { min: -1 } }, /^filter\.rating\.min: expected a number from 0 to 10/],
    [{ rating: { min: 5, max: 4 } }, /^filter\.rating: expected min to be at most max/],
  ];
  test.for(refused)('of %j is refused with what was expected', async ([filter, sentence]) => {
    const { body } = await running.client.send(Movies, { filter });
    expect(body.errors).toMatchObject([
      { message: expect.stringMatching(sentence) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
