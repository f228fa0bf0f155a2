import type { LiveEvents } from '../../../shared/live-events.ts';
import type { Deed } from '../../social/index.ts';
import { listsOf, notificationIdOf, notificationOf, type Telling } from '../models/records.ts';
import type { NotificationStore } from '../stores/notification.store.ts';
import { told } from './live-topics.ts';
import type { WhoWants } from './wanting.ts';

/** One deed, one recipient. Whatever is told again, or in another order, comes to the same. */
export interface TellingOne {
  /** Tells somebody, unless they do not want it, as long as the deed stands. */
  tell(deed: Deed, telling: Telling): Promise<void>;
  /** Withdraws what was told, as long as the deed does not stand. */
  withdraw(deed: Deed, telling: Omit<Telling, 'userId'>): Promise<void>;
  /** Withdraws what somebody was told that another one did, for good. */
  dismissFrom(actorId: string, userId: string): Promise<void>;
}

/** Likes of one thing that are told one by one; how many there are more is on the thing. */
export const mostLikesTold = 20;

const dismissedAtOnce = 500;

export const createTellingOne = (
  notifications: NotificationStore,
  whoWants: WhoWants,
  events: Pick<LiveEvents, 'publish'>,
): TellingOne => {
  /** Its recipient finds it as they left it: what they have read stays read, what they removed stays away. */
  const restore = async (id: string): Promise<void> => {
    const found = await notifications.byId(id);
    if (!found?.withdrawnAt) return;
    const { readAt, dismissedAt, withdrawnAt } = found;
    const again = { ...found, withdrawnAt: null };
    const expected = { readAt, dismissedAt, withdrawnAt };
    await notifications.setState(id, expected, { withdrawnAt: null, listedIn: listsOf(again) });
  };
  const withdrawNow = (id: string): Promise<boolean> =>
    notifications.setState(id, { withdrawnAt: null }, { withdrawnAt: new Date(), listedIn: [] });

  /**
   * Others do and take back the same, elsewhere, and may tell of an earlier one later. So everybody who told looks at the deed once
   * more, and whoever tells last leaves it as it is.
   */
  const settle = async (id: string, { stands }: Deed, leftShown: boolean): Promise<void> => {
    let isShown = leftShown;
    for (;;) {
      const isThere = await stands();
      if (isThere === isShown) return;
      await (isThere ? restore(id) : withdrawNow(id));
      isShown = isThere;
    }
  };

  const isFlood = async (telling: Telling): Promise<boolean> => {
    if (telling.kind !== 'LIKE') return false;
    const { videoId = null, commentId = null } = telling;
    return (await notifications.likesToldOf({ videoId, commentId }, mostLikesTold)) >= mostLikesTold;
  };

  return {
    tell: async (deed, telling) => {
      const id = notificationIdOf(telling);
      const { userId, actorId } = telling;
      if (userId === actorId) return;
      const [before, wanting, isTooMuch] = await Promise.all([
        notifications.byId(id),
        whoWants(telling.kind, actorId, [userId]),
        isFlood(telling),
      ]);
      if (before) {
        await restore(id);
        await settle(id, deed, true);
        return;
      }
      if (!wanting.has(userId) || isTooMuch) return;
      const isNew = await notifications.insert(notificationOf(telling, new Date()));
      if (!isNew) await restore(id);
      await settle(id, deed, true);
      if (isNew) told(events, userId, id);
    },
    withdraw: async (deed, telling) => {
      const id = notificationIdOf({ ...telling, userId: '' });
      if (await withdrawNow(id)) await settle(id, deed, false);
    },
    dismissFrom: async (actorId, userId) => {
      for (;;) {
        const ids = await notifications.idsFrom(actorId, userId, dismissedAtOnce);
        const dismissedAt = new Date();
        for (const id of ids)
          await notifications.setState(id, { dismissedAt: null }, { dismissedAt, listedIn: [] });
        if (ids.length < dismissedAtOnce) return;
      }
    },
  };
};
