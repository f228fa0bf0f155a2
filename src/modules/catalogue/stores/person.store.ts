import type { CatalogueModels } from '../models/index.ts';
import type { PersonRecord } from '../models/records.ts';
import { insertMissing } from './insert-missing.ts';
import { wholeBatch } from './whole-batch.ts';

export type PersonField = keyof PersonRecord;

export interface PersonStore {
  byIds(ids: readonly string[], fields: readonly PersonField[]): Promise<readonly PersonRecord[]>;
  /** Adds those who are not there yet. */
  insertMissing(people: readonly PersonRecord[]): Promise<void>;
}

export const createPersonStore = ({ people }: CatalogueModels): PersonStore => ({
  byIds: (ids, fields) =>
    people
      .find({ _id: { $in: [...ids] } }, Object.fromEntries(['_id', ...fields].map((field) => [field, 1])))
      .batchSize(wholeBatch)
      .lean<PersonRecord[]>(),
  insertMissing: (records) => insertMissing(people, records),
});
