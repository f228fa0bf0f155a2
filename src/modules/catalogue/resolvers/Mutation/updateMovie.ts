import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const updateMovie: NonNullable<MutationResolvers['updateMovie']> = async (
  _root,
  { id, input },
  { catalogue },
) => ({ movie: unwrap(await catalogue.movieEditing.update(unwrap(keyOfGlobalId('Movie', id)), input)) });
