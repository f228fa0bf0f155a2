import type { CourseModels } from '../models/index.ts';
import type { CourseStatisticsRecord } from '../models/records.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';

export type CourseStatisticsField = keyof CourseStatisticsRecord;

export interface CourseStatisticsStore extends RecordStore<CourseStatisticsRecord> {
  /** In the place of what was there. */
  put(record: CourseStatisticsRecord): Promise<void>;
}

export const createCourseStatisticsStore = ({ statistics }: CourseModels): CourseStatisticsStore => {
  const store = createRecordStore(statistics);
  return {
    ...store,
    put: async ({ _id, ...rest }) => {
      if (await store.update(_id, rest)) return;
      if (!(await store.insert({ _id, ...rest }))) await store.update(_id, rest);
    },
  };
};
