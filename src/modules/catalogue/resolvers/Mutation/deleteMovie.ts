import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const deleteMovie: NonNullable<MutationResolvers['deleteMovie']> = async (
  _root,
  { id },
  { catalogue },
) => ({
  movie: unwrap(await catalogue.movieEditing.remove(unwrap(keyOfGlobalId('Movie', id)))),
});
