import type { Model } from 'mongoose';
import type { Listing, Range } from '../../../shared/paging/connection.ts';
import { beyond, type Order } from '../../../shared/paging/order.ts';
import { projectionOf } from '../../../shared/record-store.ts';

/** The documents of a collection that a filter selects, in an order, as pages are read from it. */
export const listingIn = <Value extends { readonly _id: string }>(
  model: Model<Value>,
  filter: Record<string, unknown>,
  order: Order<Value>,
  fields: readonly string[],
): Listing<Value> => {
  const within = ({ after, before }: Pick<Range, 'after' | 'before'>) => {
    const bounds = [
      ...(after ? [beyond(order, after, 'after')] : []),
      ...(before ? [beyond(order, before, 'before')] : []),
    ];
    return bounds.length === 0 ? filter : { ...filter, $and: bounds };
  };
  return {
    slice: async (range) => {
      const direction = (range.backward ? -order.direction : order.direction) === 1 ? 1 : -1;
      return model
        .find(within(range), projectionOf([order.path, ...fields]))
        .sort([
          [order.path, direction],
          ['_id', direction],
        ])
        .limit(range.limit)
        .lean<Value[]>();
    },
    exists: async (range) =>
      (await model.find(within(range), { _id: 1 }).limit(1).lean<{ _id: string }[]>()).length > 0,
    count: async () => model.countDocuments(filter),
  };
};
