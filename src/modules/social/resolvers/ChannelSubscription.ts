import type { ChannelSubscriptionResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { channelPaths } from '../../videos/index.ts';

export const ChannelSubscription: ChannelSubscriptionResolvers = {
  channel: ({ channelId }, _given, { videos }, info) =>
    videos.loaders.channelById.load(channelId, channelPaths(fieldsSelectedOf(info, 'Channel'))),
};
