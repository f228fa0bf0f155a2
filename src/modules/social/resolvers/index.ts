import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Channel } from './Channel.ts';
import { ChannelStatistics } from './ChannelStatistics.ts';
import { ChannelSubscription } from './ChannelSubscription.ts';
import { Comment } from './Comment.ts';
import { Mutation } from './Mutation/index.ts';
import { Query } from './Query/index.ts';
import { Subscription } from './Subscription/index.ts';
import { Video } from './Video.ts';

export const socialResolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  Channel,
  ChannelStatistics,
  ChannelSubscription,
  Comment,
  Video,
};
