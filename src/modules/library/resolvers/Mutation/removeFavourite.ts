import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { shownMovie } from '../movie-argument.ts';

export const removeFavourite: NonNullable<MutationResolvers['removeFavourite']> = async (
  _root,
  { movieId },
  { viewer, library, catalogue },
  info,
) => {
  const key = unwrap(keyOfGlobalId('Movie', movieId));
  await library.favourites.remove(signedIn(viewer).id, key);
  return { movie: await shownMovie(key, catalogue, info) };
};
