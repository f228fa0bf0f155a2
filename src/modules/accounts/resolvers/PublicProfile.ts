import type { PublicProfileResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';

export const PublicProfile: PublicProfileResolvers = {
  id: ({ _id }) => toGlobalId('User', _id),
};
