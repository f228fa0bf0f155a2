import { followedStore, type FindableFollowing } from '../../../shared/findable.ts';
import { createRecordStore, projectionOf, type RecordStore } from '../../../shared/record-store.ts';
import type { VideoModels } from '../models/index.ts';
import type { ChannelRecord } from '../models/records.ts';

export type ChannelField = keyof ChannelRecord;

export interface ChannelStore extends RecordStore<ChannelRecord> {
  byHandle(handle: string, fields: readonly ChannelField[]): Promise<ChannelRecord | null>;
  ofOwner(ownerId: string, fields?: readonly ChannelField[]): Promise<ChannelRecord | null>;
  /** @returns the channel as it is then; `null` when there is none; `taken` when its handle is somebody else's. */
  change(id: string, changes: Partial<ChannelRecord>): Promise<ChannelRecord | null | 'taken'>;
}

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

export const createChannelStore = (
  { channels }: VideoModels,
  following?: FindableFollowing<ChannelRecord>,
): ChannelStore => {
  const store = followedStore(createRecordStore(channels), following);
  return {
    ...store,
    byHandle: (handle, fields) =>
      channels.findOne({ handle }, projectionOf(fields)).lean<ChannelRecord | null>(),
    ofOwner: (ownerId, fields) =>
      channels.findOne({ ownerId }, fields && projectionOf(fields)).lean<ChannelRecord | null>(),
    change: async (id, changes) => {
      try {
        return await store.update(id, changes);
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },
  };
};
