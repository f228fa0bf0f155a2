import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { namedMovie } from '../movie-argument.ts';

export const recordProgress: NonNullable<MutationResolvers['recordProgress']> = async (
  _root,
  { input: { movieId, ...position } },
  { viewer, library, catalogue },
  info,
) => {
  const movie = await namedMovie(movieId, catalogue, info, ['runtimeMinutes']);
  const progress = unwrap(await library.watching.record(signedIn(viewer).id, movie, position));
  return { entry: { movie, progress } };
};
