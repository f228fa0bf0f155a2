import type { VideoResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { categoryOf } from '../categories.ts';
import { channelPaths } from '../record-fields.ts';

export const Video: VideoResolvers = {
  id: ({ _id }) => toGlobalId('Video', _id),
  category: ({ category }) => categoryOf(category),
  channel: ({ channelId }, _given, { videos }, info) =>
    videos.loaders.channelById.load(channelId, channelPaths(fieldsSelectedOf(info, 'Channel'))),
  // Whoever sees a video was let see it, so they may play it.
  playback: (video, _given, { videos, life }) => videos.playing.playback(video, life),
  thumbnailUrl: (video, _given, { videos, life }) => videos.playing.thumbnailUrl(video, life),
};
