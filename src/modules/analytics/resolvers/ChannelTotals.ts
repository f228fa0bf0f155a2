import type { ChannelTotalsResolvers } from '../../../graphql/generated/resolvers.ts';

export const ChannelTotals: ChannelTotalsResolvers = {
  videos: async ({ _id }, _given, { videos }) =>
    (await videos.loaders.publicCountByChannelId.load(_id, []))?.count ?? 0,
  subscribers: async ({ _id }, _given, { social }) =>
    (await social.channelCounts.read([_id]))[0]?.subscribers ?? 0,
};
