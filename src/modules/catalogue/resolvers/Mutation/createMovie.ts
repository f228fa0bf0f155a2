import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const createMovie: NonNullable<MutationResolvers['createMovie']> = async (
  _root,
  { input },
  { catalogue },
) => ({
  movie: unwrap(await catalogue.movieEditing.create(input)),
});
