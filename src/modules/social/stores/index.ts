import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import type { SocialModels } from '../models/index.ts';
import type { ChannelSubscriptionRecord, ReactionRecord } from '../models/records.ts';

export interface ReactionStore extends RecordStore<ReactionRecord> {
  of(userId: string): Promise<readonly ReactionRecord[]>;
  removeAbout(videoId: string): Promise<void>;
}

export interface SubscriptionStore extends RecordStore<ChannelSubscriptionRecord> {
  listing(userId: string, order: Order<ChannelSubscriptionRecord>): Listing<ChannelSubscriptionRecord>;
  /** The first channels that somebody follows, the one that they followed first first. */
  channelIdsOf(userId: string, most: number): Promise<readonly string[]>;
  of(userId: string): Promise<readonly ChannelSubscriptionRecord[]>;
  removeAbout(channelId: string): Promise<void>;
}

export interface SocialStores {
  readonly reactions: ReactionStore;
  readonly subscriptions: SubscriptionStore;
}

export const createSocialStores = ({ reactions, subscriptions }: SocialModels): SocialStores => ({
  reactions: {
    ...createRecordStore(reactions),
    of: (userId) => reactions.find({ userId }).sort({ reactedAt: 1, _id: 1 }).lean<ReactionRecord[]>(),
    removeAbout: async (videoId) => void (await reactions.deleteMany({ videoId })),
  },
  subscriptions: {
    ...createRecordStore(subscriptions),
    listing: (userId, order) => listingIn(subscriptions, { userId }, order, ['channelId']),
    channelIdsOf: async (userId, most) =>
      (
        await subscriptions
          .find({ userId }, { channelId: 1 })
          .sort({ subscribedAt: 1, _id: 1 })
          .limit(most)
          .lean<Pick<ChannelSubscriptionRecord, 'channelId'>[]>()
      ).map(({ channelId }) => channelId),
    of: (userId) =>
      subscriptions.find({ userId }).sort({ subscribedAt: 1, _id: 1 }).lean<ChannelSubscriptionRecord[]>(),
    removeAbout: async (channelId) => void (await subscriptions.deleteMany({ channelId })),
  },
});
