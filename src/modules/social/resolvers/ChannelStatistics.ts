import type { ChannelStatisticsResolvers } from '../../../graphql/generated/resolvers.ts';

export const ChannelStatistics: ChannelStatisticsResolvers = {
  subscribers: async ({ _id }, _given, { social }) =>
    (await social.channelCounts.read([_id]))[0]?.subscribers ?? 0,
  totalViews: async ({ _id }, _given, { social }) => (await social.channelCounts.read([_id]))[0]?.views ?? 0,
  // A live field is given the id alone.
  subscribedTo: async ({ _id }, _given, { social, videos }) => {
    const channel = await videos.loaders.channelById.load(_id, ['ownerId']);
    return channel ? ((await social.userCounts.read([channel.ownerId]))[0]?.subscriptions ?? 0) : 0;
  },
};
