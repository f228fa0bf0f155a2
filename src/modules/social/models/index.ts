import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { moment, recordOptions, text } from '../../../shared/record-schema.ts';
import type {
  ChannelSubscriptionRecord,
  CommentLikeRecord,
  CommentRecord,
  ReactionRecord,
} from './records.ts';

export interface SocialModels {
  readonly reactions: Model<ReactionRecord>;
  readonly subscriptions: Model<ChannelSubscriptionRecord>;
  readonly comments: Model<CommentRecord>;
  readonly commentLikes: Model<CommentLikeRecord>;
}

/** What the cache may know of how these collections are read: whose something is, and of what, never changes. */
export const socialCollections = [
  { collection: 'reactions', fixedFacets: ['videoId', 'userId'] },
  { collection: 'channelSubscriptions', fixedFacets: ['channelId', 'userId'] },
  { collection: 'comments', type: 'Comment', fixedFacets: ['videoId', 'thread', 'authorId'] },
  { collection: 'commentLikes', fixedFacets: ['commentId', 'userId'] },
] as const;

const reactionSchema = (): Schema<ReactionRecord> =>
  new Schema<ReactionRecord>(
    { _id: text, videoId: text, userId: text, value: text, reactedAt: moment },
    { ...recordOptions, collection: 'reactions' },
  )
    .index({ videoId: 1 })
    .index({ userId: 1, reactedAt: 1, _id: 1 });

const subscriptionSchema = (): Schema<ChannelSubscriptionRecord> =>
  new Schema<ChannelSubscriptionRecord>(
    { _id: text, channelId: text, userId: text, subscribedAt: moment },
    { ...recordOptions, collection: 'channelSubscriptions' },
  )
    .index({ channelId: 1, _id: 1 })
    .index({ userId: 1, subscribedAt: 1, _id: 1 });

const commentSchema = (): Schema<CommentRecord> =>
  new Schema<CommentRecord>(
    {
      _id: text,
      videoId: text,
      authorId: text,
      parentId: { type: String, default: null },
      thread: text,
      text,
      createdAt: moment,
      editedAt: { type: Date, default: null },
    },
    { ...recordOptions, collection: 'comments' },
  )
    .index({ thread: 1, createdAt: 1, _id: 1 })
    .index({ videoId: 1, _id: 1 })
    .index({ authorId: 1, createdAt: 1, _id: 1 });

const commentLikeSchema = (): Schema<CommentLikeRecord> =>
  new Schema<CommentLikeRecord>(
    { _id: text, commentId: text, userId: text, likedAt: moment },
    { ...recordOptions, collection: 'commentLikes' },
  )
    .index({ commentId: 1 })
    .index({ userId: 1, likedAt: 1, _id: 1 });

export const createSocialModels = (connection: Connection): SocialModels => ({
  reactions: connection.model<ReactionRecord, Model<ReactionRecord>>('Reaction', reactionSchema()),
  subscriptions: connection.model<ChannelSubscriptionRecord, Model<ChannelSubscriptionRecord>>(
    'ChannelSubscription',
    subscriptionSchema(),
  ),
  comments: connection.model<CommentRecord, Model<CommentRecord>>('Comment', commentSchema()),
  commentLikes: connection.model<CommentLikeRecord, Model<CommentLikeRecord>>(
    'CommentLike',
    commentLikeSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareSocialCollections = async (models: SocialModels): Promise<void> => {
  await prepareCollections(models);
};
