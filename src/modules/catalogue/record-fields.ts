import type { Genre, Movie, Person } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { GenreRecord, MovieRecord, PersonRecord } from './models/records.ts';

type FieldsOf<Type> = Exclude<keyof Type, '__typename'>;

/**
 * Which paths of the record each field of the type is resolved from, so that only those are read. A field that is not
 * listed here does not compile.
 */
const movieFields: Record<FieldsOf<Movie>, readonly (keyof MovieRecord)[]> = {
  id: [],
  title: ['title'],
  releaseDate: ['releaseDate'],
  year: ['releaseDate'],
  genres: ['genreIds'],
  directors: ['directorIds'],
  runtimeMinutes: ['runtimeMinutes'],
  mpaaRating: ['mpaaRating'],
  distributor: ['distributor'],
  source: ['source'],
  creativeType: ['creativeType'],
  budgetUsd: ['budgetUsd'],
  usGrossUsd: ['usGrossUsd'],
  worldwideGrossUsd: ['worldwideGrossUsd'],
  usDvdSalesUsd: ['usDvdSalesUsd'],
  rating: ['rating'],
  importedRating: ['importedRating'],
  votes: ['votes'],
  viewerRating: ['viewerRatingSum', 'viewerRatingCount'],
  viewerRatingCount: ['viewerRatingCount'],
  rottenTomatoesRating: ['rottenTomatoesRating'],
  popularity: ['popularity'],
  posterPath: ['posterPath'],
  // Of the library.
  isFavourite: [],
  myRating: [],
  myProgress: [],
  views: [],
  recommendations: ['directorIds', 'genreIds'],
};

const genreFields: Record<FieldsOf<Genre>, readonly (keyof GenreRecord)[]> = {
  id: [],
  slug: [],
  name: ['name'],
};

const personFields: Record<FieldsOf<Person>, readonly (keyof PersonRecord)[]> = {
  id: [],
  slug: [],
  name: ['name'],
  movies: [],
};

/** The paths that the selected fields of `Movie` need; `_id` is always read. */
export const moviePaths = pathsOf(movieFields);
export const genrePaths = pathsOf(genreFields);
export const personPaths = pathsOf(personFields);
