import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import {
  moment,
  number,
  optionalMoment,
  optionalText,
  recordOptions,
  text,
} from '../../../shared/record-schema.ts';
import type { NotificationPreferencesRecord, NotificationRecord, VideoTellingRecord } from './records.ts';

export interface NotificationModels {
  readonly notifications: Model<NotificationRecord>;
  readonly preferences: Model<NotificationPreferencesRecord>;
  readonly tellings: Model<VideoTellingRecord>;
}

/**
 * What the cache may know of how these collections are read. `videoTellings` is missing since no query reads it. Each facet is two
 * tags more of every notification that is written, so there is one, which every query goes by.
 */
export const notificationCollections = [
  { collection: 'notifications', type: 'Notification', facets: ['listedIn'] },
  { collection: 'notificationPreferences' },
] as const;

/** Only of those that have the path: most have one of the three. */
const whereText = (path: string) => ({ partialFilterExpression: { [path]: { $gt: '' } } });

const notificationSchema = (): Schema<NotificationRecord> =>
  new Schema<NotificationRecord>(
    {
      _id: text,
      userId: text,
      kind: text,
      actorId: text,
      videoId: optionalText,
      commentId: optionalText,
      channelId: optionalText,
      createdAt: moment,
      readAt: optionalMoment,
      withdrawnAt: optionalMoment,
      dismissedAt: optionalMoment,
      listedIn: [String],
    },
    { ...recordOptions, collection: 'notifications' },
  )
    .index({ listedIn: 1, createdAt: 1, _id: 1 })
    .index({ userId: 1, createdAt: 1, _id: 1 })
    .index({ actorId: 1, userId: 1 })
    .index({ videoId: 1, kind: 1, commentId: 1, _id: 1 }, whereText('videoId'))
    .index({ commentId: 1 }, whereText('commentId'))
    .index({ channelId: 1, kind: 1 }, whereText('channelId'))
    .index({ createdAt: 1 });

const preferencesSchema = (): Schema<NotificationPreferencesRecord> =>
  new Schema<NotificationPreferencesRecord>(
    {
      _id: text,
      newVideos: Boolean,
      comments: Boolean,
      replies: Boolean,
      likes: Boolean,
      subscribers: Boolean,
    },
    { ...recordOptions, collection: 'notificationPreferences' },
  );

const tellingSchema = (): Schema<VideoTellingRecord> =>
  new Schema<VideoTellingRecord>(
    {
      _id: text,
      aim: text,
      run: text,
      channelId: optionalText,
      ownerId: optionalText,
      publishedAt: optionalMoment,
      cursor: { type: String, default: '' },
      before: { type: String, default: '' },
      seen: number,
      heldUntil: moment,
    },
    { ...recordOptions, collection: 'videoTellings' },
  ).index({ heldUntil: 1 });

export const createNotificationModels = (connection: Connection): NotificationModels => ({
  notifications: connection.model<NotificationRecord, Model<NotificationRecord>>(
    'Notification',
    notificationSchema(),
  ),
  preferences: connection.model<NotificationPreferencesRecord, Model<NotificationPreferencesRecord>>(
    'NotificationPreferences',
    preferencesSchema(),
  ),
  tellings: connection.model<VideoTellingRecord, Model<VideoTellingRecord>>('VideoTelling', tellingSchema()),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareNotificationCollections = async (models: NotificationModels): Promise<void> => {
  await prepareCollections(models);
};
