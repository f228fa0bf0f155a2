import { wholeBatch } from '../../../shared/record-store.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { NotificationModels } from '../models/index.ts';
import type { NotificationRecord } from '../models/records.ts';

/** Notifications of a video, many at once: each is a part of one step of its telling. */
export interface VideoNotificationStore {
  /** Those of some ids that are there. */
  existing(ids: readonly string[], transaction: Transaction): Promise<readonly string[]>;
  insert(notifications: readonly NotificationRecord[], transaction: Transaction): Promise<void>;
  /** Puts them into the lists of their recipients, where they were withdrawn; not those that their recipients removed. */
  restore(ids: readonly string[], transaction: Transaction): Promise<void>;
  withdraw(ids: readonly string[], withdrawnAt: Date, transaction: Transaction): Promise<void>;
  /** Of those who were told of a new video, in the order of their ids, from behind one on. */
  toldIdsAfter(videoId: string, after: string, most: number): Promise<readonly string[]>;
  /** Some that are about a video. */
  idsAbout(videoId: string, most: number): Promise<readonly string[]>;
  removeAbout(videoId: string, transaction: Transaction): Promise<void>;
}

/** What a notification stands in that its recipient did not remove. */
const listedIn = {
  $cond: [
    { $eq: ['$readAt', null] },
    [{ $concat: ['all:', '$userId'] }, { $concat: ['unread:', '$userId'] }],
    [{ $concat: ['all:', '$userId'] }],
  ],
};

const named = (ids: readonly string[]) => ({ _id: { $in: [...ids] } });

export const createVideoNotificationStore = ({
  notifications,
}: NotificationModels): VideoNotificationStore => {
  const idsOf = async (filter: object, most: number): Promise<readonly string[]> => {
    const found = await notifications
      .find(filter, { _id: 1 })
      .sort({ videoId: 1, kind: 1, commentId: 1, _id: 1 })
      .limit(most)
      .batchSize(wholeBatch)
      .lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  };
  return {
    existing: async (ids, transaction) => {
      const found = await notifications
        .find(named(ids), { _id: 1 }, within(transaction))
        .batchSize(wholeBatch)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    insert: async (told, transaction) => {
      if (told.length > 0) await notifications.insertMany([...told], { lean: true, ...within(transaction) });
    },
    restore: async (ids, transaction) => {
      if (ids.length === 0) return;
      await notifications.updateMany(
        { ...named(ids), dismissedAt: null },
        [{ $set: { withdrawnAt: null, listedIn } }],
        { updatePipeline: true, ...within(transaction) },
      );
      await notifications.updateMany(
        { ...named(ids), dismissedAt: { $ne: null } },
        { $set: { withdrawnAt: null } },
        within(transaction),
      );
    },
    withdraw: async (ids, withdrawnAt, transaction) =>
      void (await notifications.updateMany(
        { ...named(ids), withdrawnAt: null },
        { $set: { withdrawnAt, listedIn: [] } },
        within(transaction),
      )),
    toldIdsAfter: (videoId, after, most) =>
      idsOf({ videoId, kind: 'NEW_VIDEO', commentId: null, _id: { $gt: after } }, most),
    idsAbout: (videoId, most) => idsOf({ videoId }, most),
    removeAbout: async (videoId, transaction) =>
      void (await notifications.deleteMany({ videoId }, within(transaction))),
  };
};
