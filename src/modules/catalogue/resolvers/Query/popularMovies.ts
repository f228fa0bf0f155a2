import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { moviePaths } from '../../record-fields.ts';

export const popularMovies: NonNullable<QueryResolvers['popularMovies']> = async (
  _root,
  page,
  { catalogue },
  info,
) =>
  unwrap(
    await catalogue.movieLists.list(
      { sort: { field: 'POPULARITY', direction: 'DESC' }, page },
      moviePaths(fieldsSelectedOf(info, 'Movie')),
    ),
  );
