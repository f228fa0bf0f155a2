import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { genrePaths } from '../../record-fields.ts';

export const genre: NonNullable<QueryResolvers['genre']> = (_root, { slug }, { catalogue }, info) =>
  catalogue.genreById.load(slug, genrePaths(fieldsSelectedOf(info, 'Genre')));
