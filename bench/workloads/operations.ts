import type { RequestParts } from '../load/request.ts';

/** What a page of a catalogue shows of its films. */
const pageDocument = `query FilmsPage($genre: String, $minRating: Float, $sort: MovieSort!, $first: Int!, $after: String) {
  movies(filter: { genre: $genre, rating: { min: $minRating } }, sort: $sort, first: $first, after: $after) {
    nodes {
      id
      title
      year
      rating
      votes
      genres { slug name }
      directors { slug name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface PageVariables {
  readonly genre?: string;
  readonly minRating?: number;
  readonly sort: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  readonly first: number;
  readonly after?: string;
}

export const pageOf = (variables: PageVariables): RequestParts => ({
  operationName: 'FilmsPage',
  query: pageDocument,
  variables,
});

/** The same as somebody sees it who is signed in: with what is theirs, and counts. */
const homeDocument = pageDocument
  .replace('FilmsPage', 'Home')
  .replace(
    '      votes\n',
    '      votes\n      views\n      isFavourite\n      myRating\n      myProgress { positionSeconds }\n',
  );

/** What the page of a film shows of it. */
const filmDocument = `query Film($id: ID!) {
  movie(id: $id) {
    id
    title
    releaseDate
    year
    genres { slug name }
    directors { slug name }
    runtimeMinutes
    mpaaRating
    distributor
    budgetUsd
    worldwideGrossUsd
    rating
    votes
    rottenTomatoesRating
    popularity
    posterPath
  }
}`;

export const filmOf = (id: string): RequestParts => ({
  operationName: 'Film',
  query: filmDocument,
  variables: { id },
});

/** Every hit of a page asks for this one. */
export const thePage = pageOf({
  genre: 'drama',
  sort: { field: 'POPULARITY', direction: 'DESC' },
  first: 20,
});

/** {@link thePage}, with live fields. */
export const homeOf = (authorization: string): RequestParts => ({
  ...thePage,
  operationName: 'Home',
  query: homeDocument,
  authorization,
});
