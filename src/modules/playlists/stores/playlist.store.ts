import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { PlaylistModels } from '../models/index.ts';
import type { PlaylistRecord } from '../models/records.ts';

export type PlaylistField = keyof PlaylistRecord;

export interface PlaylistStore extends RecordStore<PlaylistRecord> {
  /** Of any visibility, or public ones. */
  listing(
    ownerId: string,
    whose: 'all' | 'public',
    order: Order<PlaylistRecord>,
    fields: readonly PlaylistField[],
  ): Listing<PlaylistRecord>;
  countOf(ownerId: string): Promise<number>;
  of(ownerId: string): Promise<readonly PlaylistRecord[]>;
  byIdIn(id: string, transaction: Transaction): Promise<PlaylistRecord | null>;
  /**
   * Says that the items have changed, by so many more or fewer. Of two transactions that do so, one begins anew.
   * @returns the playlist as it is then; `null` when there is none.
   */
  noteItems(id: string, more: number, transaction: Transaction): Promise<PlaylistRecord | null>;
}

export const createPlaylistStore = ({ playlists }: PlaylistModels): PlaylistStore => ({
  ...createRecordStore(playlists),
  listing: (ownerId, whose, order, fields) =>
    listingIn(playlists, { ownerId, ...(whose === 'public' && { visibility: 'PUBLIC' }) }, order, fields),
  countOf: async (ownerId) => playlists.countDocuments({ ownerId }),
  of: (ownerId) => playlists.find({ ownerId }).sort({ createdAt: 1, _id: 1 }).lean<PlaylistRecord[]>(),
  byIdIn: (id, transaction) =>
    playlists.findOne({ _id: id }, undefined, within(transaction)).lean<PlaylistRecord | null>(),
  noteItems: (id, more, transaction) =>
    playlists
      .findOneAndUpdate(
        { _id: id },
        { $set: { updatedAt: new Date() }, $inc: { itemCount: more } },
        { returnDocument: 'after', ...within(transaction) },
      )
      .lean<PlaylistRecord | null>(),
});
