import type { UserResolvers } from '../../../graphql/generated/resolvers.ts';
import { permissionsOf } from '../../../shared/permissions.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';

export const User: UserResolvers = {
  id: ({ _id }) => toGlobalId('User', _id),
  permissions: ({ roles }) => [...permissionsOf(roles)],
};
