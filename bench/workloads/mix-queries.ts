import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import type { RequestParts } from '../load/request.ts';
import type { Film } from './films.ts';
import { filmOf, pageOf } from './operations.ts';

const sorts = ['POPULARITY', 'RELEASE_DATE', 'RATING', 'VOTES', 'TITLE'] as const;
const genres = [
  'action',
  'adventure',
  'black-comedy',
  'comedy',
  'concert-performance',
  'documentary',
  'drama',
  'horror',
  'musical',
  'romantic-comedy',
  'thriller-suspense',
  'western',
] as const;

const nodes = 'nodes { id title year rating votes }';
const popular: RequestParts = { query: `{ popularMovies(first: 20) { totalCount ${nodes} } }` };
const genresQuery: RequestParts = { query: '{ genres { id slug name } }' };
const images: RequestParts = { query: '{ imageConfiguration { secureBaseUrl posterSizes } }' };

const person = (slug: string): RequestParts => ({
  operationName: 'Person',
  query: `query Person($slug: String!) { person(slug: $slug) { id name movies(first: 10) { totalCount ${nodes} } } }`,
  variables: { slug },
});
const search = (words: string): RequestParts => ({
  operationName: 'Search',
  query: `query Search($words: String!) {
    search(query: $words, first: 10) {
      nodes { __typename ... on Movie { id title year } ... on Person { id name } }
    }
  }`,
  variables: { words },
});
const ofYears = (min: number, max: number): RequestParts => ({
  operationName: 'OfYears',
  query: `query OfYears($years: IntRange!) {
    movies(filter: { year: $years }, sort: { field: RATING, direction: DESC }, first: 20) { totalCount ${nodes} }
  }`,
  variables: { years: { min, max } },
});

const wordsOf = ({ title }: Film): string | undefined =>
  title
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((word) => word.length > 4);

/** How many of each kind there are; some three thousand in all. */
const counts = { details: 2_000, people: 500, searches: 250 } as const;

/**
 * What is asked for on a site of films, what is asked for most first: its front page, the first pages of lists, then
 * details of films, people, and searches, mixed.
 * @param films the most popular first
 * @param share of the details, people and searches; front pages and lists are always all there
 */
export const mixQueries = (
  films: readonly Film[],
  share: number,
  random: SeededRandom,
): readonly RequestParts[] => {
  const descending = (field: (typeof sorts)[number]) =>
    ({ field, direction: field === 'TITLE' ? 'ASC' : 'DESC' }) as const;
  const front = [
    popular,
    genresQuery,
    images,
    ...sorts.map((field) => pageOf({ sort: descending(field), first: 20 })),
  ];
  const ofGenres = genres.flatMap((genre) =>
    sorts.map((field) => pageOf({ genre, sort: descending(field), first: 20 })),
  );
  const decades = Array.from({ length: 9 }, (_, index) => ofYears(1920 + 10 * index, 1929 + 10 * index));
  const people = [...new Set(films.flatMap(({ directors }) => directors.map(({ slug }) => slug)))];
  const words = [...new Set(films.map(wordsOf).filter((word) => word !== undefined))];
  const rest = random.shuffled([
    ...people.slice(0, counts.people * share).map(person),
    ...words.slice(0, counts.searches * share).map(search),
    ...ofGenres,
    ...decades,
  ]);
  const details = films.slice(0, counts.details * share).map(({ id }) => filmOf(id));
  // Details of the popular are asked for more than those of others; the rest is strewn among them.
  const strewn = [details, rest].flatMap((some) =>
    some.map((query, index) => ({ query, at: (index + 0.5) / some.length })),
  );
  return [...front, ...strewn.toSorted((a, b) => a.at - b.at).map(({ query }) => query)];
};
