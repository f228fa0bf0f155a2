import type { Model, QueryFilter } from 'mongoose';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { OfUserAndMovie } from '../models/records.ts';

/** What users have about films, many of them at once. */
export interface OwnBatchStore<Value extends OfUserAndMovie> {
  byIds(ids: readonly string[], transaction: Transaction): Promise<readonly Value[]>;
  /** Adds what is not there. */
  insert(values: readonly Value[], transaction: Transaction): Promise<void>;
  /** Puts these in the place of what is there. */
  replace(values: readonly Value[], transaction: Transaction): Promise<void>;
}

export const createOwnBatchStore = <Value extends OfUserAndMovie>(
  model: Model<Value>,
): OwnBatchStore<Value> => ({
  byIds: (ids, transaction) =>
    model.find({ _id: { $in: [...ids] } } as QueryFilter<Value>, null, within(transaction)).lean<Value[]>(),
  insert: async (values, transaction) => {
    if (values.length > 0) await model.insertMany([...values], { lean: true, ...within(transaction) });
  },
  replace: async (values, transaction) => {
    if (values.length === 0) return;
    const operations = values.map(({ _id, userId: _user, movieId: _movie, ...fields }) => ({
      updateOne: { filter: { _id }, update: { $set: fields } },
    }));
    await model.bulkWrite(
      operations as unknown as Parameters<typeof model.bulkWrite>[0],
      within(transaction),
    );
  },
});
