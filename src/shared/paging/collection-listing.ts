import type { Model, QueryFilter } from 'mongoose';
import type { Listing, Range } from './connection.ts';
import { beyond, type Order } from './order.ts';

/** How many documents a filter selects. Of a whole collection the keys are counted, which are smaller than the documents. */
export const countIn = async <Value>(model: Model<Value>, filter: Record<string, unknown>): Promise<number> =>
  model.countDocuments(
    filter as QueryFilter<Value>,
    Object.keys(filter).length === 0 ? { hint: { _id: 1 } } : {},
  );

/** Documents of a collection that a filter selects, in an order, as pages are read from it. */
export const listingIn = <Value extends { readonly _id: string }>(
  model: Model<Value>,
  filter: Record<string, unknown>,
  order: Order<Value>,
  fields: readonly string[],
): Listing<Value> => {
  const within = ({ after, before }: Pick<Range, 'after' | 'before'>): QueryFilter<Value> => {
    const bounds = [
      ...(after ? [beyond(order, after, 'after')] : []),
      ...(before ? [beyond(order, before, 'before')] : []),
    ];
    return bounds.length === 0 ? filter : { ...filter, $and: bounds };
  };
  const projection = Object.fromEntries(['_id', order.path, ...fields].map((field) => [field, 1]));
  return {
    slice: async (range) => {
      const direction = (range.backward ? -order.direction : order.direction) === 1 ? 1 : -1;
      return model
        .find(within(range), projection)
        .sort([
          [order.path, direction],
          ['_id', direction],
        ])
        .limit(range.limit)
        .lean<Value[]>();
    },
    exists: async (range) =>
      (await model.find(within(range), { _id: 1 }).limit(1).lean<{ _id: string }[]>()).length > 0,
    count: async () => countIn(model, filter),
  };
};
