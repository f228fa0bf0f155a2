import { Schema, type Connection, type Model } from 'mongoose';
import type { ChannelSubscriptionRecord, ReactionRecord } from './records.ts';

export interface SocialModels {
  readonly reactions: Model<ReactionRecord>;
  readonly subscriptions: Model<ChannelSubscriptionRecord>;
}

/** What the cache may know of how these collections are read: whose something is, and of what, never changes. */
export const socialCollections = [
  { collection: 'reactions', fixedFacets: ['videoId', 'userId'] },
  { collection: 'channelSubscriptions', fixedFacets: ['channelId', 'userId'] },
] as const;

/** A path or value that the schema does not know is a defect, so it throws; `_id` is the only id. */
const options = {
  strict: 'throw',
  strictQuery: 'throw',
  id: false,
  versionKey: false,
  autoIndex: false,
} as const;

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const reactionSchema = (): Schema<ReactionRecord> =>
  new Schema<ReactionRecord>(
    { _id: text, videoId: text, userId: text, value: text, reactedAt: moment },
    { ...options, collection: 'reactions' },
  )
    .index({ videoId: 1 })
    .index({ userId: 1, reactedAt: 1, _id: 1 });

const subscriptionSchema = (): Schema<ChannelSubscriptionRecord> =>
  new Schema<ChannelSubscriptionRecord>(
    { _id: text, channelId: text, userId: text, subscribedAt: moment },
    { ...options, collection: 'channelSubscriptions' },
  )
    .index({ channelId: 1, _id: 1 })
    .index({ userId: 1, subscribedAt: 1, _id: 1 });

export const createSocialModels = (connection: Connection): SocialModels => ({
  reactions: connection.model<ReactionRecord, Model<ReactionRecord>>('Reaction', reactionSchema()),
  subscriptions: connection.model<ChannelSubscriptionRecord, Model<ChannelSubscriptionRecord>>(
    'ChannelSubscription',
    subscriptionSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareSocialCollections = async (models: SocialModels): Promise<void> => {
  for (const model of Object.values(models) as readonly Model<unknown>[]) {
    await model.createCollection();
    await model.createIndexes();
  }
};
