import type { Collection } from 'mongoose';
import type { MovieRecord } from '../../src/modules/catalogue/index.ts';
import type { RunningApp } from './app.ts';
import type { Client } from './client.ts';
import { CreateMovie, Movies } from './documents.ts';
import type { CreateMovieInput, MoviesQuery, MoviesQueryVariables } from './generated/graphql.ts';

/** The films as they lie in Mongo, behind the back of the API. */
export const moviesIn = ({ app }: RunningApp): Collection<MovieRecord> =>
  app.mongo.collection<MovieRecord>('movies');

export type MovieEdge = MoviesQuery['movies']['edges'][number];

/** All edges of a list, read page by page: forward, or with `size` pages from the end. Always in the list's order. */
export const walk = async (
  client: Client,
  list: Pick<MoviesQueryVariables, 'filter' | 'sort'>,
  size: number,
  direction: 'forward' | 'backward' = 'forward',
): Promise<MovieEdge[]> => {
  const edges: MovieEdge[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: MoviesQueryVariables =
      direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
    const { movies }: MoviesQuery = await client.query(Movies, { ...list, ...page });
    if (direction === 'forward') edges.push(...movies.edges);
    else edges.unshift(...movies.edges);
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = movies.pageInfo;
    if (direction === 'forward' ? !hasNextPage : !hasPreviousPage) return edges;
    cursor = direction === 'forward' ? (endCursor ?? null) : (startCursor ?? null);
  }
};

/** Adds a film. @returns its id. */
export const addMovie = async (admin: Client, input: CreateMovieInput): Promise<string> =>
  (await admin.query(CreateMovie, { input })).createMovie.movie.id;

/** The key of a film in Mongo, from its id in the API. */
export const keyOf = (id: string): string =>
  Buffer.from(id, 'base64url').toString('utf8').replace(/^\w+:/, '');
