import { wholeBatch } from '../../../shared/record-store.ts';
import type { NotificationModels } from '../models/index.ts';
import type { NotificationPreferencesRecord, NotificationWish } from '../models/records.ts';

export interface NotificationPreferencesStore {
  byIds(userIds: readonly string[]): Promise<readonly NotificationPreferencesRecord[]>;
  update(userId: string, changes: Partial<Record<NotificationWish, boolean>>): Promise<void>;
  remove(userId: string): Promise<void>;
}

export const createNotificationPreferencesStore = ({
  preferences,
}: NotificationModels): NotificationPreferencesStore => ({
  byIds: (userIds) =>
    preferences
      .find({ _id: { $in: [...userIds] } })
      .batchSize(wholeBatch)
      .lean<NotificationPreferencesRecord[]>(),
  update: async (userId, changes) =>
    void (await preferences.updateOne({ _id: userId }, { $set: changes }, { upsert: true })),
  remove: async (userId) => void (await preferences.deleteOne({ _id: userId })),
});
