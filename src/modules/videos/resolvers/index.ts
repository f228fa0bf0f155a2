import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { BlockedUser } from './BlockedUser.ts';
import { Channel } from './Channel.ts';
import { ChannelStatistics } from './ChannelStatistics.ts';
import { Mutation } from './Mutation/index.ts';
import { Query } from './Query/index.ts';
import { TrendingVideoConnection } from './TrendingVideoConnection.ts';
import { TrendingVideoEdge } from './TrendingVideoEdge.ts';
import { UploadTarget } from './UploadTarget.ts';
import { Video } from './Video.ts';
import { VideoReport } from './VideoReport.ts';

export const videoResolvers: Resolvers = {
  Query,
  Mutation,
  BlockedUser,
  Channel,
  ChannelStatistics,
  TrendingVideoConnection,
  TrendingVideoEdge,
  UploadTarget,
  Video,
  VideoReport,
};
