import type { CourseModels } from '../models/index.ts';
import type { LessonRecord } from '../models/records.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';

export type LessonField = keyof LessonRecord;

export interface LessonStore extends RecordStore<LessonRecord> {
  /** Of all lessons of the course, those on their way in or out included. */
  idsOf(courseId: string): Promise<readonly string[]>;
}

export const createLessonStore = ({ lessons }: CourseModels): LessonStore => ({
  ...createRecordStore(lessons),
  idsOf: async (courseId) =>
    (await lessons.find({ courseId }, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id),
});
