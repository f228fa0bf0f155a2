import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const movie: NonNullable<QueryResolvers['movie']> = (_root, { id }, { catalogue }, info) =>
  catalogue.movieById.load(unwrap(keyOfGlobalId('Movie', id)), moviePaths(fieldsSelectedOf(info, 'Movie')));
