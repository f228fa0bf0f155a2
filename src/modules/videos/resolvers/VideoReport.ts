import type { VideoReportResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';
import { videoPaths } from '../record-fields.ts';

export const VideoReport: VideoReportResolvers = {
  id: ({ _id }) => toGlobalId('VideoReport', _id),
  // Whatever its status: only moderators get here, and they have to see what they judge.
  video: ({ videoId }, _given, { videos }, info) =>
    videos.loaders.videoById.load(videoId, videoPaths(fieldsSelectedOf(info, 'Video'))),
  reporter: ({ reporterId }, _given, { accounts }, info) =>
    accounts.userById.load(reporterId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
  resolvedBy: ({ resolverId }, _given, { accounts }, info) =>
    resolverId === null
      ? null
      : accounts.userById.load(resolverId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
};
