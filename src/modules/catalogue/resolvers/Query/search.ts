import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import type { SearchResultModel } from '../../resolver-models.ts';
import { moviePaths, personPaths } from '../../record-fields.ts';

export const search: NonNullable<QueryResolvers['search']> = async (_root, request, { catalogue }, info) => {
  const movieFields = moviePaths(fieldsSelectedOf(info, 'Movie'));
  const personFields = personPaths(fieldsSelectedOf(info, 'Person'));
  return unwrap(
    await catalogue.search.search<SearchResultModel>(request, (matches) =>
      Promise.all(
        matches.map(async ({ kind, id }) => {
          if (kind === 'Movie') {
            const movie = await catalogue.movieById.load(id, movieFields);
            return movie && { ...movie, __typename: 'Movie' as const };
          }
          const person = await catalogue.personById.load(id, personFields);
          return person && { ...person, __typename: 'Person' as const };
        }),
      ),
    ),
  );
};
