import type { GenreResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';

export const Genre: GenreResolvers = {
  id: ({ _id }) => toGlobalId('Genre', _id),
  slug: ({ _id }) => _id,
};
