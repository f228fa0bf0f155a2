import type { FindableRecords } from '../../shared/findable.ts';
import type { MovieRecord } from './models/records.ts';

/** All films, by title, genres and the names of their directors, as their slugs have them: those never change. */
export const findableMovies: FindableRecords<MovieRecord> = {
  kind: 'Movie',
  textPaths: ['title', 'genreIds', 'directorIds', 'releaseDate'],
  placePaths: [],
  findableOf: ({ _id, title, genreIds, directorIds, releaseDate, votes }) => ({
    kind: 'Movie',
    id: _id,
    title,
    texts: [...genreIds, ...directorIds].map((slug) => slug.replaceAll('-', ' ')),
    publishedAt: releaseDate,
    audience: votes,
  }),
};
