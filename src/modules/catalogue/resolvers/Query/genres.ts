import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { genrePaths } from '../../record-fields.ts';

export const genres: NonNullable<QueryResolvers['genres']> = (_root, _arguments, { catalogue }, info) =>
  catalogue.allGenres(genrePaths(fieldsSelectedOf(info, 'Genre')));
