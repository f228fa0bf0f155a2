import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import { forgettingAfter } from '../../shared/forgetting.ts';
import type { LiveEvents } from '../../shared/live-events.ts';
import type { Logger } from '../../shared/logger.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { SocialFollower, SubscriberReader } from '../social/index.ts';
import type { BlockReader, VideoFollower } from '../videos/index.ts';
import { createNotificationVideoFollower, createSocialFollower } from './followers.ts';
import type { NotificationModels } from './models/index.ts';
import type { NotificationPreferencesRecord, NotificationRecord } from './models/records.ts';
import { createNotificationData } from './notification-data.ts';
import { toldOf, type NotificationEvent } from './services/live-topics.ts';
import { createOwnNotifications, type OwnNotifications } from './services/notifications.service.ts';
import {
  createNotificationPreferences,
  type NotificationPreferencesService,
} from './services/preferences.service.ts';
import { createTellingOne } from './services/telling.service.ts';
import { createTellingWorker } from './services/telling-worker.ts';
import { createNotificationUpkeep, usualKeeping, type Keeping } from './services/upkeep.service.ts';
import { createTellVideo } from './services/video-telling.service.ts';
import { createWhoWants } from './services/wanting.ts';
import { createNotificationStores } from './stores/index.ts';
import type { NotificationField } from './stores/notification.store.ts';
import { createTellingStore } from './stores/telling.store.ts';
import { createNotificationUpkeepStore } from './stores/upkeep.store.ts';

/** What people are told, as one operation sees it. */
export interface Notifications {
  readonly notificationById: ByKeyLoader<NotificationRecord, NotificationField>;
  readonly preferencesById: ByKeyLoader<NotificationPreferencesRecord, never>;
  readonly own: OwnNotifications;
  /** What somebody is told from now on, as it comes in. */
  live(userId: string): AsyncIterableIterator<NotificationEvent>;
  readonly preferences: NotificationPreferencesService;
}

export interface NotificationParts {
  readonly models: NotificationModels;
  /** On a client whose commands are not followed. */
  readonly background: NotificationModels;
  readonly entities: EntityReader;
  readonly inTransaction: InTransaction;
  readonly subscribers: SubscriberReader;
  readonly blocks: BlockReader;
  readonly events: LiveEvents;
  /** Runs what writes for nobody's request, and resolves when everybody is told of it. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
  readonly tuning?: NotificationTuning | undefined;
  readonly log: Logger;
}

/** Times in milliseconds. */
export interface NotificationTuning {
  /** After which what a process did that ended is gone on with. Default 10,000. */
  readonly leaseMs?: number;
  /** Between two looks for what was left to be told. Default 5,000. */
  readonly lookEveryMs?: number;
  /** Between two looks for what is too old. Default an hour. */
  readonly upkeepEveryMs?: number;
  readonly keeping?: Keeping;
}

/** What comes round, on one instance at a time. */
interface Work {
  readonly name: string;
  readonly everyMs: number;
  run(stop: AbortSignal): Promise<void>;
}

export interface NotificationDomain {
  forOperation(): Notifications;
  readonly personalData: PersonalDataHolder;
  readonly socialFollower: SocialFollower;
  readonly videoFollower: VideoFollower;
  /** Goes on with what followers are still to be told, and removes what is too old. */
  readonly work: readonly Work[];
  /** Leaves what is still to be told to others, and waits for what is under way. */
  close(): Promise<void>;
}

export const createNotificationDomain = (parts: NotificationParts): NotificationDomain => {
  const { models, background, entities, inTransaction, subscribers, blocks, events, write, log } = parts;
  const { leaseMs = 10_000, lookEveryMs = 5_000, upkeepEveryMs = 3_600_000 } = parts.tuning ?? {};
  const keeping = parts.tuning?.keeping ?? usualKeeping;
  const stores = createNotificationStores(models);
  const whoWants = createWhoWants(stores.preferences, blocks);
  const tellingOne = createTellingOne(stores.notifications, whoWants, events);
  const worker = createTellingWorker({
    tellings: createTellingStore(background),
    tellVideo: createTellVideo({
      stores,
      subscribers,
      whoWants,
      inTransaction,
      events,
      leaseMs,
      keptMs: keeping.keptMs,
    }),
    recorded: write,
    leaseMs,
    log,
  });
  const own = createOwnNotifications(stores.notifications, write);
  const preferences = createNotificationPreferences(stores.preferences);
  const upkeep = createNotificationUpkeep({
    read: createNotificationUpkeepStore(background),
    notifications: stores.notifications,
    recorded: write,
    keeping,
  });

  return {
    forOperation: () => {
      const notificationById = createByKeyLoader<NotificationRecord, NotificationField>((keys, fields) =>
        entities.read('notifications', keys, fields, stores.notifications.byIds),
      );
      const preferencesById = createByKeyLoader<NotificationPreferencesRecord, never>((keys, fields) =>
        entities.read('notificationPreferences', keys, fields, stores.preferences.byIds),
      );
      const forgetting = forgettingAfter(() => {
        for (const loader of [notificationById, preferencesById]) loader.clear();
      });
      return {
        notificationById,
        preferencesById,
        own: {
          ...own,
          markRead: forgetting(own.markRead),
          markAllRead: forgetting(own.markAllRead),
          dismiss: forgetting(own.dismiss),
        },
        live: (userId) => toldOf(events, userId),
        preferences: { update: forgetting(preferences.update) },
      };
    },
    personalData: createNotificationData(stores),
    socialFollower: createSocialFollower(tellingOne, stores),
    videoFollower: createNotificationVideoFollower(tellingOne, stores, worker),
    work: [
      { name: 'notification-tellings', everyMs: lookEveryMs, run: worker.work },
      { name: 'notification-upkeep', everyMs: upkeepEveryMs, run: upkeep },
    ],
    close: worker.close,
  };
};
