import type { SessionResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';

export const Session: SessionResolvers = {
  id: ({ _id }) => toGlobalId('Session', _id),
};
