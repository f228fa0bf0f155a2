import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';
import type { VideoModels } from '../models/index.ts';
import type { VideoRemovalRecord } from '../models/records.ts';

export interface RemovalStore extends RecordStore<VideoRemovalRecord> {
  all(): Promise<readonly VideoRemovalRecord[]>;
}

export const createRemovalStore = ({ removals }: VideoModels): RemovalStore => ({
  ...createRecordStore(removals),
  all: () => removals.find({}).lean<VideoRemovalRecord[]>(),
});
