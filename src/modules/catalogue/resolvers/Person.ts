import type { PersonResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { moviePaths } from '../record-fields.ts';

export const Person: PersonResolvers = {
  id: ({ _id }) => toGlobalId('Person', _id),
  slug: ({ _id }) => _id,
  movies: async ({ _id }, { sort, ...page }, { catalogue }, info) =>
    unwrap(
      await catalogue.movieLists.directedBy(
        _id,
        { sort: sort ?? { field: 'RELEASE_DATE', direction: 'DESC' }, page },
        moviePaths(fieldsSelectedOf(info, 'Movie')),
      ),
    ),
};
