import type { NotificationResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';
import { commentPaths } from '../../social/index.ts';
import { channelPaths, videoPaths } from '../../videos/index.ts';

export const Notification: NotificationResolvers = {
  id: ({ _id }) => toGlobalId('Notification', _id),
  actor: ({ actorId }, _given, { accounts }, info) =>
    accounts.userById.load(actorId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
  video: ({ videoId }, _given, { videos, viewer }, info) =>
    videoId === null
      ? null
      : videos.access.video(videoId, videoPaths(fieldsSelectedOf(info, 'Video')), viewer),
  comment: async ({ commentId }, _given, { social, videos, viewer }, info) => {
    if (commentId === null) return null;
    const fields = [...commentPaths(fieldsSelectedOf(info, 'Comment')), 'videoId' as const];
    const comment = await social.commentById.load(commentId, fields);
    return comment && (await videos.access.video(comment.videoId, [], viewer)) ? comment : null;
  },
  channel: ({ channelId }, _given, { videos }, info) =>
    channelId === null
      ? null
      : videos.loaders.channelById.load(channelId, channelPaths(fieldsSelectedOf(info, 'Channel'))),
};
