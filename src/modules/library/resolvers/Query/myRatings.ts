import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { withMovies } from '../with-movies.ts';

export const myRatings: NonNullable<QueryResolvers['myRatings']> = async (
  _root,
  page,
  { viewer, library, catalogue },
  info,
) => {
  const found = unwrap(await library.ratings.page(signedIn(viewer).id, page));
  return withMovies(found, (own, movie) => ({ ...own, movie }), catalogue, info);
};
