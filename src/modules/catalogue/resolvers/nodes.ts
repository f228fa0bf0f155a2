import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { AnswerLife } from '../../../shared/answer-life.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Discovery } from '../discovery.ts';
import type { GenreRecord, MovieRecord, PersonRecord } from '../models/records.ts';
import { genrePaths, moviePaths, personPaths } from '../record-fields.ts';

interface NodeContext {
  readonly catalogue: Catalogue;
  readonly discovery: Discovery;
  readonly life: AnswerLife;
}

/** Loads the record behind a global id's key, for `Query.node`. */
type LoadNode = (
  key: string,
  context: NodeContext,
  info: GraphQLResolveInfo,
) => Promise<GenreRecord | MovieRecord | PersonRecord | null>;

export const catalogueNodes: Readonly<Record<string, LoadNode>> = {
  Movie: async (key, { catalogue, discovery, life }, info) => {
    const [record] = await Promise.all([
      catalogue.movieById.load(key, moviePaths(fieldsSelectedOf(info, 'Movie'))),
      discovery.decideLife(key, life),
    ]);
    return record;
  },
  Genre: (key, { catalogue }, info) =>
    catalogue.genreById.load(key, genrePaths(fieldsSelectedOf(info, 'Genre'))),
  Person: (key, { catalogue }, info) =>
    catalogue.personById.load(key, personPaths(fieldsSelectedOf(info, 'Person'))),
};
