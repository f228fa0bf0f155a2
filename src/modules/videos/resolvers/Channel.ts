import type { ChannelResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';
import { videoPaths } from '../record-fields.ts';

export const Channel: ChannelResolvers = {
  id: ({ _id }) => toGlobalId('Channel', _id),
  owner: ({ ownerId }, _given, { accounts }, info) =>
    accounts.userById.load(ownerId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
  statistics: (channel) => channel,
  videos: async ({ _id }, { sort, ...page }, { videos }, info) =>
    unwrap(
      await videos.lists.list(
        {
          criteria: { channelId: _id },
          sort: sort ?? { field: 'PUBLISHED_AT', direction: 'DESC' },
          page,
        },
        videoPaths(fieldsSelectedOf(info, 'Video')),
      ),
    ),
};
