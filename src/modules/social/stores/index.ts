import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, wholeBatch, type RecordStore } from '../../../shared/record-store.ts';
import type { SocialModels } from '../models/index.ts';
import {
  threadOf,
  type ChannelSubscriptionRecord,
  type CommentLikeRecord,
  type CommentRecord,
  type ReactionRecord,
} from '../models/records.ts';

export interface ReactionStore extends RecordStore<ReactionRecord> {
  of(userId: string): Promise<readonly ReactionRecord[]>;
  /** Some that are about a video. */
  idsAbout(videoId: string, most: number): Promise<readonly string[]>;
  removeAll(ids: readonly string[]): Promise<void>;
}

export interface SubscriptionStore extends RecordStore<ChannelSubscriptionRecord> {
  listing(userId: string, order: Order<ChannelSubscriptionRecord>): Listing<ChannelSubscriptionRecord>;
  /** The first channels that somebody follows, the one that they followed first first. */
  channelIdsOf(userId: string, most: number): Promise<readonly string[]>;
  of(userId: string): Promise<readonly ChannelSubscriptionRecord[]>;
  /** Some of a channel. */
  someTo(channelId: string, most: number): Promise<readonly ChannelSubscriptionRecord[]>;
  removeAll(ids: readonly string[]): Promise<void>;
  /** Of a channel, in the order of their ids, from behind one on. */
  ofChannelAfter(
    channelId: string,
    after: string,
    most: number,
  ): Promise<readonly ChannelSubscriptionRecord[]>;
}

export type CommentField = keyof CommentRecord;

export interface CommentStore extends RecordStore<CommentRecord> {
  listing(
    thread: string,
    order: Order<CommentRecord>,
    fields: readonly CommentField[],
  ): Listing<CommentRecord>;
  of(authorId: string): Promise<readonly CommentRecord[]>;
  idsOfReplies(commentId: string): Promise<readonly string[]>;
  /** Some that are about a video. */
  idsAbout(videoId: string, most: number): Promise<readonly string[]>;
  removeAll(ids: readonly string[]): Promise<void>;
}

export interface CommentLikeStore extends RecordStore<CommentLikeRecord> {
  of(userId: string): Promise<readonly CommentLikeRecord[]>;
  removeAbout(commentIds: readonly string[]): Promise<void>;
}

export interface SocialStores {
  readonly comments: CommentStore;
  readonly commentLikes: CommentLikeStore;
  readonly reactions: ReactionStore;
  readonly subscriptions: SubscriptionStore;
}

export const idsIn = (found: readonly { readonly _id: string }[]) => found.map(({ _id }) => _id);

export const createSocialStores = ({
  reactions,
  subscriptions,
  comments,
  commentLikes,
}: SocialModels): SocialStores => ({
  comments: {
    ...createRecordStore(comments),
    listing: (thread, order, fields) => listingIn(comments, { thread }, order, fields),
    of: (authorId) => comments.find({ authorId }).sort({ createdAt: 1, _id: 1 }).lean<CommentRecord[]>(),
    idsOfReplies: async (commentId) =>
      idsIn(
        await comments.find({ thread: threadOf.comment(commentId) }, { _id: 1 }).lean<{ _id: string }[]>(),
      ),
    idsAbout: async (videoId, most) =>
      idsIn(await comments.find({ videoId }, { _id: 1 }).limit(most).lean<{ _id: string }[]>()),
    removeAll: async (ids) => void (await comments.deleteMany({ _id: { $in: [...ids] } })),
  },
  commentLikes: {
    ...createRecordStore(commentLikes),
    of: (userId) => commentLikes.find({ userId }).sort({ likedAt: 1, _id: 1 }).lean<CommentLikeRecord[]>(),
    removeAbout: async (commentIds) =>
      void (await commentLikes.deleteMany({ commentId: { $in: [...commentIds] } })),
  },
  reactions: {
    ...createRecordStore(reactions),
    of: (userId) => reactions.find({ userId }).sort({ reactedAt: 1, _id: 1 }).lean<ReactionRecord[]>(),
    idsAbout: async (videoId, most) =>
      idsIn(await reactions.find({ videoId }, { _id: 1 }).limit(most).lean<{ _id: string }[]>()),
    removeAll: async (ids) => void (await reactions.deleteMany({ _id: { $in: [...ids] } })),
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
    someTo: (channelId, most) =>
      subscriptions.find({ channelId }).sort({ _id: 1 }).limit(most).lean<ChannelSubscriptionRecord[]>(),
    removeAll: async (ids) => void (await subscriptions.deleteMany({ _id: { $in: [...ids] } })),
    ofChannelAfter: (channelId, after, most) =>
      subscriptions
        .find({ channelId, _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(most)
        .batchSize(wholeBatch)
        .lean<ChannelSubscriptionRecord[]>(),
  },
});
