import type { LibraryModels } from '../models/index.ts';
import type { PreferencesRecord } from '../models/records.ts';

export type PreferencesChanges = Omit<PreferencesRecord, '_id'>;

export interface PreferencesStore {
  byIds(userIds: readonly string[]): Promise<readonly PreferencesRecord[]>;
  update(userId: string, changes: PreferencesChanges): Promise<void>;
  remove(userId: string): Promise<void>;
}

export const createPreferencesStore = ({ preferences }: LibraryModels): PreferencesStore => ({
  byIds: (userIds) => preferences.find({ _id: { $in: [...userIds] } }).lean<PreferencesRecord[]>(),
  update: async (userId, changes) =>
    void (await preferences.updateOne({ _id: userId }, { $set: changes }, { upsert: true })),
  remove: async (userId) => void (await preferences.deleteOne({ _id: userId })),
});
