import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { namedMovie } from '../movie-argument.ts';

export const addFavourite: NonNullable<MutationResolvers['addFavourite']> = async (
  _root,
  { movieId },
  { viewer, library, catalogue },
  info,
) => {
  const movie = await namedMovie(movieId, catalogue, info);
  return { favourite: { ...(await library.favourites.add(signedIn(viewer).id, movie._id)), movie } };
};
