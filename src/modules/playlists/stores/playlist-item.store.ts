import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { PlaylistModels } from '../models/index.ts';
import type { PlaylistItemRecord } from '../models/records.ts';

/** An item as far as its place goes. */
export type KeyedItem = Pick<PlaylistItemRecord, '_id' | 'key'>;

export interface PlaylistItemStore extends RecordStore<PlaylistItemRecord> {
  listing(playlistId: string, order: Order<PlaylistItemRecord>): Listing<PlaylistItemRecord>;
  /** Ids of the videos of a playlist, in their order. */
  videoIdsOf(playlistId: string): Promise<readonly string[]>;
  /** All of a playlist, in their order. */
  keyedIn(playlistId: string, transaction: Transaction): Promise<readonly KeyedItem[]>;
  /** Some that are about a video. */
  about(videoId: string, most: number): Promise<readonly PlaylistItemRecord[]>;
  setKeys(items: readonly KeyedItem[], transaction: Transaction): Promise<void>;
  /** All of a playlist. */
  removeOf(playlistId: string, transaction: Transaction): Promise<void>;
}

/** Items of a playlist that goes, up to which each is removed by its name: lists of others are then left alone. */
const removedByName = 50;

export const createPlaylistItemStore = ({ items }: PlaylistModels): PlaylistItemStore => ({
  ...createRecordStore(items),
  listing: (playlistId, order) => listingIn(items, { playlistId }, order, ['videoId', 'addedAt']),
  videoIdsOf: async (playlistId) =>
    (
      await items
        .find({ playlistId }, { videoId: 1 })
        .sort({ key: 1, _id: 1 })
        .lean<Pick<PlaylistItemRecord, 'videoId'>[]>()
    ).map(({ videoId }) => videoId),
  keyedIn: (playlistId, transaction) =>
    items.find({ playlistId }, { key: 1 }, within(transaction)).sort({ key: 1, _id: 1 }).lean<KeyedItem[]>(),
  about: (videoId, most) => items.find({ videoId }).sort({ _id: 1 }).limit(most).lean<PlaylistItemRecord[]>(),
  setKeys: async (given, transaction) => {
    const [only, ...others] = given;
    if (only && others.length === 0) {
      await items.updateOne({ _id: only._id }, { $set: { key: only.key } }, within(transaction));
      return;
    }
    const changes = given.map(({ _id, key }) => ({
      updateOne: { filter: { _id }, update: { $set: { key } } },
    }));
    await items.bulkWrite(changes, within(transaction));
  },
  removeOf: async (playlistId, transaction) => {
    const found = await items
      .find({ playlistId }, { _id: 1 }, within(transaction))
      .limit(removedByName + 1)
      .lean<{ _id: string }[]>();
    if (found.length > removedByName) await items.deleteMany({ playlistId }, within(transaction));
    else for (const { _id } of found) await items.findOneAndDelete({ _id }, within(transaction)).lean();
  },
});
