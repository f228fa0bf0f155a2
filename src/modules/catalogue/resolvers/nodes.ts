import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { Catalogue } from '../catalogue.ts';
import type { GenreRecord, MovieRecord, PersonRecord } from '../models/records.ts';
import { genrePaths, moviePaths, personPaths } from '../record-fields.ts';

/** Loads the record behind a global id's key, for `Query.node`. */
type LoadNode = (
  key: string,
  catalogue: Catalogue,
  info: GraphQLResolveInfo,
) => Promise<GenreRecord | MovieRecord | PersonRecord | null>;

export const catalogueNodes: Readonly<Record<string, LoadNode>> = {
  Movie: (key, catalogue, info) => catalogue.movieById.load(key, moviePaths(fieldsSelectedOf(info, 'Movie'))),
  Genre: (key, catalogue, info) => catalogue.genreById.load(key, genrePaths(fieldsSelectedOf(info, 'Genre'))),
  Person: (key, catalogue, info) =>
    catalogue.personById.load(key, personPaths(fieldsSelectedOf(info, 'Person'))),
};
