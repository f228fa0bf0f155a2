import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, wholeBatch, type RecordStore } from '../../../shared/record-store.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { NotificationModels } from '../models/index.ts';
import { listOf, type NotificationRecord } from '../models/records.ts';

export type NotificationField = keyof NotificationRecord;

/** What decides how a notification is shown. */
export type NotificationState = Pick<
  NotificationRecord,
  'readAt' | 'withdrawnAt' | 'dismissedAt' | 'listedIn'
>;

export interface NotificationStore extends RecordStore<NotificationRecord> {
  /** Of somebody: all that are shown, or only those that they did not read. */
  listing(
    userId: string,
    onlyUnread: boolean,
    order: Order<NotificationRecord>,
    fields: readonly NotificationField[],
  ): Listing<NotificationRecord>;
  unreadCountOf(userId: string): Promise<number>;
  /** Those that somebody did not read, of a moment and before. */
  unreadIdsUntil(userId: string, moment: Date): Promise<readonly string[]>;
  /**
   * @param expected changes nothing unless it still has these.
   * @returns whether it was there, as expected.
   */
  setState(
    id: string,
    expected: Partial<NotificationRecord>,
    state: Partial<NotificationState>,
  ): Promise<boolean>;
  /** Marks one as read that its recipient is shown and did not read. @returns whether there was one. */
  markRead(id: string, userId: string, readAt: Date): Promise<boolean>;
  /** How many likes of a thing were told, up to `most`. */
  likesToldOf(thing: Pick<NotificationRecord, 'videoId' | 'commentId'>, most: number): Promise<number>;
  /** All that somebody was told. */
  of(userId: string): Promise<readonly NotificationRecord[]>;
  /** Ids of what somebody was told that another one did. */
  idsFrom(actorId: string, userId: string, most: number): Promise<readonly string[]>;
  /** Removes some: all that is about a thing, a person, or older than a moment. @returns how many. */
  removeSome(
    about: Partial<Pick<NotificationRecord, 'userId' | 'actorId' | 'commentId' | 'channelId'>>,
    most: number,
  ): Promise<number>;
  removeAll(ids: readonly string[], transaction?: Transaction): Promise<void>;
}

const idsIn = (found: readonly { readonly _id: string }[]) => found.map(({ _id }) => _id);

export const createNotificationStore = ({ notifications }: NotificationModels): NotificationStore => {
  const idsOf = async (filter: object, most: number): Promise<readonly string[]> =>
    idsIn(
      await notifications
        .find(filter, { _id: 1 })
        .limit(most)
        .batchSize(wholeBatch)
        .lean<{ _id: string }[]>(),
    );
  const removeAll: NotificationStore['removeAll'] = async (ids, transaction) =>
    void (await notifications.deleteMany({ _id: { $in: [...ids] } }, within(transaction)));
  const setState: NotificationStore['setState'] = async (_id, expected, state) =>
    (await notifications.updateOne({ ...expected, _id }, { $set: state })).matchedCount === 1;
  return {
    ...createRecordStore(notifications),
    listing: (userId, onlyUnread, order, fields) =>
      listingIn(
        notifications,
        { listedIn: onlyUnread ? listOf.unread(userId) : listOf.all(userId) },
        order,
        fields,
      ),
    unreadCountOf: async (userId) => notifications.countDocuments({ listedIn: listOf.unread(userId) }),
    unreadIdsUntil: async (userId, moment) =>
      idsOf({ listedIn: listOf.unread(userId), createdAt: { $lte: moment } }, 0),
    setState,
    markRead: async (_id, userId, readAt) => {
      const changes = { readAt, listedIn: [listOf.all(userId)] };
      const filter = { _id, listedIn: listOf.unread(userId) };
      return (await notifications.updateOne(filter, { $set: changes })).matchedCount === 1;
    },
    likesToldOf: async ({ videoId, commentId }, most) =>
      notifications.countDocuments({ videoId, kind: 'LIKE', commentId }, { limit: most }),
    of: (userId) =>
      notifications.find({ userId }).sort({ createdAt: 1, _id: 1 }).lean<NotificationRecord[]>(),
    idsFrom: (actorId, userId, most) => idsOf({ actorId, userId, dismissedAt: null }, most),
    removeSome: async (about, most) => {
      const ids = await idsOf(about, most);
      if (ids.length > 0) await removeAll(ids);
      return ids.length;
    },
    removeAll,
  };
};
