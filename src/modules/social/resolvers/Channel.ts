import type { ChannelResolvers } from '../../../graphql/generated/resolvers.ts';
import { subscriptionIdOf } from '../models/records.ts';

export const Channel: ChannelResolvers = {
  subscribers: async ({ _id }, _given, { social }) =>
    (await social.channelCounts.read([_id]))[0]?.subscribers ?? 0,
  viewerIsSubscribed: async ({ _id }, _given, { social, viewer }) => {
    const who = viewer.look();
    return who ? (await social.subscriptionById.load(subscriptionIdOf(_id, who.id), [])) !== null : null;
  },
};
