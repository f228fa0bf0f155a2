import type { CourseModels } from '../models/index.ts';
import type { RecordingRecord } from '../models/records.ts';
import {
  createRecordStore,
  projectionOf,
  wholeBatch,
  type RecordStore,
} from '../../../shared/record-store.ts';

export type RecordingField = keyof RecordingRecord;

export interface RecordingStore extends RecordStore<RecordingRecord> {
  /** Of any of these lessons, in order of their adding. */
  ofLessons(
    lessonIds: readonly string[],
    fields: readonly RecordingField[],
  ): Promise<readonly RecordingRecord[]>;
}

export const createRecordingStore = ({ recordings }: CourseModels): RecordingStore => ({
  ...createRecordStore(recordings),
  ofLessons: (lessonIds, fields) =>
    recordings
      .find({ lessonId: { $in: [...lessonIds] } }, projectionOf([...fields, 'lessonId']))
      .sort({ addedAt: 1, _id: 1 })
      .batchSize(wholeBatch)
      .lean<RecordingRecord[]>(),
});
