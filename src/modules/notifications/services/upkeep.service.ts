import type { NotificationStore } from '../stores/notification.store.ts';
import type { NotificationUpkeepStore } from '../stores/upkeep.store.ts';

/** How long, and how many of one person, notifications are kept. */
export interface Keeping {
  readonly keptMs: number;
  readonly mostOfOne: number;
}

export const usualKeeping: Keeping = { keptMs: 90 * 86_400_000, mostOfOne: 1_000 };

export interface NotificationUpkeepParts {
  /** Reads for nobody's answer. */
  readonly read: NotificationUpkeepStore;
  readonly notifications: NotificationStore;
  /** Runs what writes, and resolves when everybody is told of it. */
  readonly recorded: <T>(run: () => Promise<T>) => Promise<T>;
  readonly keeping: Keeping;
}

const removedAtOnce = 1_000;

/**
 * Removes what is too old and what is too much: not by an index that lets documents expire, whose deletions nobody is told of.
 * May be done by two at once, and begun again.
 */
export const createNotificationUpkeep =
  ({ read, notifications, recorded, keeping }: NotificationUpkeepParts) =>
  async (stop: AbortSignal): Promise<void> => {
    const removeWhile = async (some: () => Promise<readonly string[]>): Promise<void> => {
      while (!stop.aborted) {
        const ids = await some();
        if (ids.length === 0) return;
        await recorded(() => notifications.removeAll(ids));
      }
    };
    const oldest = new Date(Date.now() - keeping.keptMs);
    await removeWhile(() => read.idsBefore(oldest, removedAtOnce));
    for (const userId of await read.usersWithMoreThan(keeping.mostOfOne)) {
      await removeWhile(() => read.idsBeyond(userId, keeping.mostOfOne, removedAtOnce));
    }
  };
