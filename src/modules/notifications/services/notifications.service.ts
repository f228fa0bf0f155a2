import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { NotificationRecord } from '../models/records.ts';
import type { NotificationField, NotificationStore } from '../stores/notification.store.ts';

/** What somebody was told. Of what is another one's, or was withdrawn, nobody learns that it is there: NOT_FOUND. */
export interface OwnNotifications {
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  list(
    userId: string,
    request: { readonly onlyUnread: boolean; readonly page: PageArguments },
    fields: readonly NotificationField[],
  ): Promise<Result<Connection<NotificationRecord>>>;
  unreadCount(userId: string): Promise<number>;
  /** One that was read stays as it is. @returns NOT_FOUND. */
  markRead(userId: string, id: string): Promise<Result<NotificationRecord>>;
  /**
   * Those that are there now, and were of the moment or before: what comes in meanwhile is not read.
   * @returns how many there were.
   */
  markAllRead(userId: string, until: Date): Promise<number>;
  /** For good: the same deed brings it back to nobody. @returns its id; NOT_FOUND. */
  dismiss(userId: string, id: string): Promise<Result<string>>;
}

const latestFirst: Order<NotificationRecord> = {
  name: 'CREATED_AT:DESC',
  path: 'createdAt',
  kind: 'date',
  nullable: false,
  direction: -1,
};

/** So many name themselves in one record of the log: two tags each, of its two hundred. */
const markedAtOnce = 80;

const noSuchNotification = () => fail('NOT_FOUND', 'There is no notification of yours with this id.');

export const createOwnNotifications = (
  notifications: NotificationStore,
  /** Runs writes, and resolves when everybody is told of them. */
  recorded: <T>(run: () => Promise<T>) => Promise<T>,
): OwnNotifications => {
  const shownTo = async (userId: string, id: string): Promise<NotificationRecord | null> => {
    const found = await notifications.byId(id);
    return found && found.userId === userId && found.listedIn.length > 0 ? found : null;
  };
  return {
    list: async (userId, { onlyUnread, page }, fields) => {
      const request = pageRequest(latestFirst, page);
      if (!request.ok) return request;
      const listing = notifications.listing(userId, onlyUnread, latestFirst, fields);
      return ok(await readPage(listing, latestFirst, request.value));
    },
    unreadCount: (userId) => notifications.unreadCountOf(userId),
    markRead: async (userId, id) => {
      await notifications.markRead(id, userId, new Date());
      const found = await shownTo(userId, id);
      return found ? ok(found) : noSuchNotification();
    },
    markAllRead: async (userId, until) => {
      const ids = await notifications.unreadIdsUntil(userId, until);
      const readAt = new Date();
      let marked = 0;
      for (let from = 0; from < ids.length; from += markedAtOnce) {
        const some = ids.slice(from, from + markedAtOnce);
        const done = await recorded(() =>
          Promise.all(some.map((id) => notifications.markRead(id, userId, readAt))),
        );
        marked += done.filter(Boolean).length;
      }
      return marked;
    },
    dismiss: async (userId, id) => {
      if (!(await shownTo(userId, id))) return noSuchNotification();
      const dismissedAt = new Date();
      await notifications.setState(id, { dismissedAt: null }, { dismissedAt, listedIn: [] });
      return ok(id);
    },
  };
};
