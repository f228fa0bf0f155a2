import type { Model, QueryFilter } from 'mongoose';
import { within, type Transaction } from './transactions.ts';

/** Records, many of them at once: a command for all. */
export interface RecordBatch<Value extends { readonly _id: string }> {
  /** Which of these there are. */
  present(ids: readonly string[], transaction?: Transaction): Promise<ReadonlySet<string>>;
  /** Adds what is not there; rejects when one is. */
  insert(records: readonly Value[], transaction: Transaction): Promise<void>;
  /** @returns how many were added: not those whose `_id`, or what else is unique, is taken. */
  insertMissing(records: readonly Value[]): Promise<number>;
}

const duplicateKey = 11_000;

/** Of a bulk write, those who are there are no fault. @returns how many were inserted. @throws what else went wrong. */
const insertedOf = (error: unknown): number => {
  if (error instanceof Error && 'code' in error && 'writeErrors' in error && 'insertedCount' in error) {
    const { writeErrors, insertedCount } = error;
    const faults: readonly unknown[] = [writeErrors].flat();
    const isKnown = (fault: unknown): boolean =>
      typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === duplicateKey;
    if (faults.every(isKnown) && typeof insertedCount === 'number') return insertedCount;
  }
  throw error;
};

export const createRecordBatch = <Value extends { _id: string }>(
  model: Model<Value>,
): RecordBatch<Value> => ({
  present: async (ids, transaction) => {
    if (ids.length === 0) return new Set();
    const found = await model
      .find({ _id: { $in: [...ids] } } as QueryFilter<Value>, { _id: 1 }, within(transaction))
      .batchSize(ids.length + 1)
      .lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  },
  insert: async (records, transaction) => {
    if (records.length > 0) await model.insertMany([...records], { lean: true, ...within(transaction) });
  },
  insertMissing: async (records) => {
    if (records.length === 0) return 0;
    try {
      return (await model.insertMany([...records], { lean: true, ordered: false })).length;
    } catch (error) {
      return insertedOf(error);
    }
  },
});
