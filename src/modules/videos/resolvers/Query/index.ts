import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { channel } from './channel.ts';
import { myBlockedUsers } from './myBlockedUsers.ts';
import { myChannel } from './myChannel.ts';
import { myVideos } from './myVideos.ts';
import { reports } from './reports.ts';
import { trendingVideos } from './trendingVideos.ts';
import { video } from './video.ts';
import { videoCategories } from './videoCategories.ts';
import { videos } from './videos.ts';

export const Query: QueryResolvers = {
  channel,
  myBlockedUsers,
  myChannel,
  myVideos,
  reports,
  trendingVideos,
  video,
  videoCategories,
  videos,
};
