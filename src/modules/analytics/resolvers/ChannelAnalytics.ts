import type { ChannelAnalyticsResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';

export const ChannelAnalytics: ChannelAnalyticsResolvers = {
  channel: (channel) => channel,
  totals: async (channel, _given, { analytics, life }) => ({
    _id: channel._id,
    ...(await analytics.figures.totals(channel, life)),
  }),
  daily: async ({ _id }, asked, { analytics, life }) => [
    ...unwrap(await analytics.figures.daily(_id, asked, life)),
  ],
  monthly: async ({ _id }, { months }, { analytics, life }) => [
    ...unwrap(await analytics.figures.monthly(_id, months, life)),
  ],
  videos: async (channel, { period, sort, ...page }, { analytics, life }) =>
    unwrap(await analytics.performance.list(channel, { period, sort, page }, life)),
};
