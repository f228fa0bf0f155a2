import type { ChannelResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { playlistPaths } from '../record-fields.ts';

export const Channel: ChannelResolvers = {
  playlists: async ({ ownerId }, page, { playlists }, info) =>
    unwrap(
      await playlists.lists.of(ownerId, 'public', page, playlistPaths(fieldsSelectedOf(info, 'Playlist'))),
    ),
};
