import type { ChannelStatisticsResolvers } from '../../../graphql/generated/resolvers.ts';

export const ChannelStatistics: ChannelStatisticsResolvers = {
  videoCount: async ({ _id }, _given, { videos }) =>
    (await videos.loaders.publicCountByChannelId.load(_id, []))?.count ?? 0,
};
