import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { namedMovie } from '../movie-argument.ts';

export const rateMovie: NonNullable<MutationResolvers['rateMovie']> = async (
  _root,
  { movieId, rating },
  { viewer, library, catalogue },
  info,
) => {
  const key = unwrap(keyOfGlobalId('Movie', movieId));
  unwrap(await library.ratings.rate(signedIn(viewer).id, key, rating));
  return { movie: await namedMovie(movieId, catalogue, info) };
};
