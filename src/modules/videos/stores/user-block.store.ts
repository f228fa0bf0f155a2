import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import type { VideoModels } from '../models/index.ts';
import type { UserBlockRecord } from '../models/records.ts';

export interface UserBlockStore extends RecordStore<UserBlockRecord> {
  listing(userId: string, order: Order<UserBlockRecord>): Listing<UserBlockRecord>;
  /** Whom somebody blocked. */
  by(userId: string): Promise<readonly UserBlockRecord[]>;
  /** By whom somebody is blocked. */
  of(blockedId: string): Promise<readonly UserBlockRecord[]>;
}

export const createUserBlockStore = ({ blocks }: VideoModels): UserBlockStore => ({
  ...createRecordStore(blocks),
  listing: (userId, order) => listingIn(blocks, { userId }, order, ['blockedId']),
  by: (userId) => blocks.find({ userId }).sort({ blockedAt: 1, _id: 1 }).lean<UserBlockRecord[]>(),
  of: (blockedId) => blocks.find({ blockedId }).lean<UserBlockRecord[]>(),
});
