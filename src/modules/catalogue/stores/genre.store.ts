import type { CatalogueModels } from '../models/index.ts';
import type { GenreRecord } from '../models/records.ts';

export type GenreField = keyof GenreRecord;

export interface GenreStore {
  byIds(ids: readonly string[], fields: readonly GenreField[]): Promise<readonly GenreRecord[]>;
  /** All of them, by name. */
  all(fields: readonly GenreField[]): Promise<GenreRecord[]>;
}

export const createGenreStore = ({ genres }: CatalogueModels): GenreStore => {
  const projection = (fields: readonly GenreField[]) =>
    Object.fromEntries(['_id', ...fields].map((field) => [field, 1]));
  return {
    byIds: (ids, fields) => genres.find({ _id: { $in: [...ids] } }, projection(fields)).lean<GenreRecord[]>(),
    all: (fields) => genres.find({}, projection(fields)).sort({ name: 1, _id: 1 }).lean<GenreRecord[]>(),
  };
};
