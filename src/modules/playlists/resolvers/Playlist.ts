import type { PlaylistResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';
import { videoPaths } from '../../videos/index.ts';
import { isForEverybody, isOwn } from '../policy.ts';

export const Playlist: PlaylistResolvers = {
  id: ({ _id }) => toGlobalId('Playlist', _id),
  owner: ({ ownerId }, _given, { accounts }, info) =>
    accounts.userById.load(ownerId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
  videoCount: ({ itemCount }) => itemCount,
  videos: async (playlist, page, { playlists, videos, viewer }, info) => {
    const fields = videoPaths(fieldsSelectedOf(info, 'Video'));
    const show = (ids: readonly string[]) =>
      isForEverybody(playlist)
        ? videos.access.shownBy(playlist.ownerId, ids, fields)
        : videos.access.videos(ids, fields, viewer);
    return unwrap(await playlists.lists.videos(playlist._id, page, show));
  },
  items: async (playlist, page, { playlists, viewer }) =>
    isOwn(viewer.look(), playlist) ? unwrap(await playlists.lists.items(playlist._id, page)) : null,
};
