import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { withMovies } from '../with-movies.ts';

export const watchHistory: NonNullable<QueryResolvers['watchHistory']> = async (
  _root,
  page,
  { viewer, library, catalogue },
  info,
) => {
  const found = unwrap(await library.watching.history(signedIn(viewer).id, page));
  return withMovies(found, (progress, movie) => ({ movie, progress }), catalogue, info);
};
