import type { VideoPerformanceResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { videoPaths } from '../../videos/index.ts';

export const VideoPerformance: VideoPerformanceResolvers = {
  video: ({ _id }, _given, { videos, viewer }, info) =>
    videos.access.video(_id, videoPaths(fieldsSelectedOf(info, 'Video')), viewer),
};
