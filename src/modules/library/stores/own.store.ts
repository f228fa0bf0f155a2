import type { Model, QueryFilter } from 'mongoose';
import type { Listing } from '../../../shared/paging/connection.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { OfUserAndMovie } from '../models/records.ts';

/** What users have about films: one of each user and film. */
export interface OwnStore<Value extends OfUserAndMovie> {
  byIds(ids: readonly string[]): Promise<readonly Value[]>;
  /** What a user has, narrowed by `only`. */
  listing(userId: string, order: Order<Value>, only?: Partial<Value>): Listing<Value>;
  ofUser(userId: string, transaction?: Transaction): Promise<readonly Value[]>;
  byId(id: string, transaction?: Transaction): Promise<Value | null>;
  /** Adds it, or puts it in the place of what is there. */
  put(value: Value, transaction?: Transaction): Promise<void>;
  /** @returns what is there then: what was there before, if there was something. */
  addMissing(value: Value): Promise<Value>;
  /** @returns whether it was there. */
  remove(id: string, transaction?: Transaction): Promise<boolean>;
  removeOfMovie(movieId: string, transaction: Transaction): Promise<void>;
}

export const createOwnStore = <Value extends OfUserAndMovie>(
  model: Model<Value>,
  fields: readonly (keyof Value & string)[],
): OwnStore<Value> => {
  const filter = (conditions: Partial<Record<keyof OfUserAndMovie, unknown>>) =>
    conditions as QueryFilter<Value>;
  const byId = (id: string, transaction?: Transaction) =>
    model.findOne(filter({ _id: id }), null, within(transaction)).lean<Value | null>();
  return {
    byIds: (ids) => model.find(filter({ _id: { $in: [...ids] } })).lean<Value[]>(),
    listing: (userId, order, only = {}) => listingIn(model, { userId, ...only }, order, fields),
    ofUser: (userId, transaction) =>
      model.find(filter({ userId }), null, within(transaction)).lean<Value[]>(),
    byId,
    put: async ({ _id, userId, movieId, ...rest }, transaction) =>
      void (await model.updateOne(
        filter({ _id }),
        { $set: rest, $setOnInsert: { userId, movieId } } as object,
        { upsert: true, ...within(transaction) },
      )),
    addMissing: async (value) => {
      const { _id, ...rest } = value;
      const before = await model
        .findOneAndUpdate(filter({ _id }), { $setOnInsert: rest } as object, {
          upsert: true,
          returnDocument: 'before',
        })
        .lean<Value | null>();
      return before ?? value;
    },
    remove: async (id, transaction) =>
      (await model.deleteOne(filter({ _id: id }), within(transaction))).deletedCount === 1,
    removeOfMovie: async (movieId, transaction) =>
      void (await model.deleteMany(filter({ movieId }), within(transaction))),
  };
};
