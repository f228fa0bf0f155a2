import type { NotificationModels } from '../models/index.ts';
import { createNotificationStore, type NotificationStore } from './notification.store.ts';
import {
  createNotificationPreferencesStore,
  type NotificationPreferencesStore,
} from './preferences.store.ts';
import { createTellingStore, type TellingStore } from './telling.store.ts';
import { createVideoNotificationStore, type VideoNotificationStore } from './video-notification.store.ts';

export interface NotificationStores {
  readonly notifications: NotificationStore;
  readonly ofVideos: VideoNotificationStore;
  readonly preferences: NotificationPreferencesStore;
  readonly tellings: TellingStore;
}

export const createNotificationStores = (models: NotificationModels): NotificationStores => ({
  notifications: createNotificationStore(models),
  ofVideos: createVideoNotificationStore(models),
  preferences: createNotificationPreferencesStore(models),
  tellings: createTellingStore(models),
});
