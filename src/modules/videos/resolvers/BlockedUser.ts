import type { BlockedUserResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';

export const BlockedUser: BlockedUserResolvers = {
  user: ({ blockedId }, _given, { accounts }, info) =>
    accounts.userById.load(blockedId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
};
