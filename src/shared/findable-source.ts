import type { Model, QueryFilter } from 'mongoose';
import type { Findable, FindableKind, FindableRecords } from './findable.ts';
import type { Transaction } from './transactions.ts';

/** All things of a kind that everybody may find, as they are now: to make an index of what was never told to it. */
export interface FindableSource {
  readonly kind: FindableKind;
  /** By id, some at a time. Reads for nobody's answer. */
  each(): AsyncIterable<readonly Findable[]>;
  /** Those of some that everybody may find. Reads for nobody's answer. */
  byIds(ids: readonly string[]): Promise<readonly Findable[]>;
  /** As it is in the transaction; `null` when it is not there for everybody. */
  byId(id: string, transaction: Transaction): Promise<Findable | null>;
}

const atOnce = 500;

/**
 * @param models of the client whose commands are followed, and of the one whose are not.
 */
export const createFindableSource = <Value extends { _id: string }>(
  { followed, background }: { readonly followed: Model<Value>; readonly background: Model<Value> },
  { kind, findableOf }: FindableRecords<Value>,
): FindableSource => {
  const found = (filter: object) =>
    background
      .find(filter as QueryFilter<Value>)
      .sort({ _id: 1 })
      .limit(atOnce)
      .batchSize(atOnce)
      .read('primary')
      .readConcern('majority')
      .lean<Value[]>();
  const findables = (records: readonly Value[]) => records.flatMap((record) => findableOf(record) ?? []);
  return {
    kind,
    async *each() {
      for (let after = ''; ;) {
        const records = await found({ _id: { $gt: after } });
        const last = records.at(-1);
        if (!last) return;
        yield findables(records);
        after = last._id;
      }
    },
    byIds: async (ids) => findables(await found({ _id: { $in: ids.slice(0, atOnce) } })),
    byId: async (id, session) => {
      const record = await followed
        .findOne({ _id: id } as QueryFilter<Value>, null, { session })
        .lean<Value | null>();
      return record && findableOf(record);
    },
  };
};
