import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const movies: NonNullable<QueryResolvers['movies']> = async (
  _root,
  { filter, sort, ...page },
  { catalogue },
  info,
) =>
  unwrap(
    await catalogue.movieLists.list(
      { filter, sort: sort ?? { field: 'POPULARITY', direction: 'DESC' }, page },
      moviePaths(fieldsSelectedOf(info, 'Movie')),
    ),
  );
