import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { ChannelAnalytics } from './ChannelAnalytics.ts';
import { ChannelTotals } from './ChannelTotals.ts';
import { Query } from './Query/index.ts';
import { VideoPerformance } from './VideoPerformance.ts';

export const analyticsResolvers: Resolvers = { Query, ChannelAnalytics, ChannelTotals, VideoPerformance };
