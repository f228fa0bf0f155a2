import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import { within, type Transaction } from './transactions.ts';

/** What a collection of whole records offers. */
export interface RecordStore<Value extends { readonly _id: string }> {
  /** In any order. Fields that were not asked for are absent at run time: readers name what they read. */
  byIds(ids: readonly string[], fields: readonly (keyof Value & string)[]): Promise<readonly Value[]>;
  /** The whole record. */
  byId(id: string): Promise<Value | null>;
  /** @returns whether it was added: not when its `_id`, or what else is unique, is taken. */
  insert(record: Value, transaction?: Transaction): Promise<boolean>;
  /**
   * @param expected changes nothing unless the record still has these.
   * @returns the record as it is then; `null` when there is none, or not as expected.
   */
  update(
    id: string,
    changes: Partial<Omit<Value, '_id'>>,
    expected?: Partial<Value>,
    transaction?: Transaction,
  ): Promise<Value | null>;
  /** @returns the record as it was; `null` when there was none, or not as expected. */
  remove(id: string, expected?: Partial<Value>, transaction?: Transaction): Promise<Value | null>;
}

/**
 * Documents that a find by keys takes in one reply: Mongo's own first batch ends at 101, and every further one would be
 * a command more.
 */
export const wholeBatch = 10_000;

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

export const projectionOf = (fields: readonly string[]): Record<string, 1> =>
  Object.fromEntries(['_id', ...fields].map((field) => [field, 1]));

export const createRecordStore = <Value extends { _id: string }>(model: Model<Value>): RecordStore<Value> => {
  const named = (id: string, expected: Partial<Value> = {}) =>
    ({ ...expected, _id: id }) as unknown as QueryFilter<Value>;
  return {
    byIds: (ids, fields) =>
      model
        .find({ _id: { $in: [...ids] } } as QueryFilter<Value>, projectionOf(fields))
        .batchSize(wholeBatch)
        .lean<Value[]>(),
    byId: (id) => model.findOne(named(id)).lean<Value | null>(),
    insert: async (record, transaction) => {
      try {
        await new model(record).save(within(transaction));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    update: (id, changes, expected, transaction) =>
      model
        .findOneAndUpdate(named(id, expected), { $set: changes } as unknown as UpdateQuery<Value>, {
          returnDocument: 'after',
          ...within(transaction),
        })
        .lean<Value | null>(),
    remove: (id, expected, transaction) =>
      model.findOneAndDelete(named(id, expected), within(transaction)).lean<Value | null>(),
  };
};
