import type { CourseModels } from '../models/index.ts';
import type { OutlineRecord } from '../models/records.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';

export type OutlineField = keyof OutlineRecord;
export type OutlineStore = RecordStore<OutlineRecord>;

export const createOutlineStore = ({ outlines }: CourseModels): OutlineStore => createRecordStore(outlines);
