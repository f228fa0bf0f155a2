import type { PlaylistItemResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { signedIn } from '../../../shared/resolving/signed-in.ts';
import { videoPaths } from '../../videos/index.ts';

/** Of a playlist of the viewer's own. */
export const PlaylistItem: PlaylistItemResolvers = {
  videoId: ({ videoId }) => toGlobalId('Video', videoId),
  video: ({ videoId }, _given, { videos, viewer }, info) =>
    videos.access.video(videoId, videoPaths(fieldsSelectedOf(info, 'Video')), viewer),
  isShown: async ({ videoId }, _given, { videos, viewer }) =>
    (await videos.access.shownBy(signedIn(viewer).id, [videoId], [])).length > 0,
};
