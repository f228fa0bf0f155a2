import { setTimeout as pause } from 'node:timers/promises';
import type { ClientSession } from 'mongoose';
import type { CheckModels, ItemRecord } from './models.ts';

export type Way = 'ONE' | 'FIND_ONE_AND' | 'BULK' | 'MANY' | 'REPLACE' | 'SAVE' | 'RAW';
export type WriteOutcome = 'APPLIED' | 'ALREADY' | 'ABSENT' | 'OVERTAKEN' | 'ABORTED';

export interface ItemInput {
  readonly id: string;
  readonly seq: number;
  readonly group?: string | null;
  readonly rank?: number;
  readonly due?: number | null;
  readonly words?: string;
}

export interface ItemResult {
  readonly outcome: WriteOutcome;
  readonly item: ItemRecord | null;
}

export interface ItemWrites {
  create(input: ItemInput, way: Way): Promise<ItemResult>;
  update(input: ItemInput, way: Way, pauseMs: number): Promise<ItemResult>;
  remove(id: string, way: Way): Promise<ItemResult>;
  updateTogether(
    inputs: readonly ItemInput[],
    abort: boolean,
    pauseMs: number,
  ): Promise<{ outcome: WriteOutcome; items: readonly ItemRecord[] }>;
}

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

/** Ends a transaction on purpose. */
class GivenUp extends Error {
  readonly outcome: WriteOutcome;
  constructor(outcome: WriteOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

const wholeOf = ({ id, seq, group = null, rank = 0, due = null, words = '' }: ItemInput): ItemRecord => ({
  _id: id,
  seq,
  group,
  rank,
  due,
  words,
});

/** A field that is not given stays; one given as null becomes null. */
const changesOf = ({ id: _id, ...given }: ItemInput) => given;

export const createItemWrites = ({ items }: CheckModels): ItemWrites => {
  const raw = items.db.collection<ItemRecord>(items.collection.name);
  /** A write that comes late must not undo a newer one: the checker could not tell that from a stale answer. */
  const fence = ({ id, seq }: ItemInput) => ({ _id: id, seq: { $lt: seq } });

  const after = async (applied: boolean, { id, seq }: ItemInput): Promise<ItemResult> => {
    const item = await items.findById(id).lean<ItemRecord | null>();
    if (applied) return { outcome: 'APPLIED', item };
    if (!item) return { outcome: 'ABSENT', item };
    return { outcome: item.seq === seq ? 'ALREADY' : 'OVERTAKEN', item };
  };

  const saveFenced = (input: ItemInput): Promise<boolean> =>
    items.db.transaction(async (session) => {
      const found = await items.findOne(fence(input)).session(session);
      if (!found) return false;
      await found.set(changesOf(input)).save({ session });
      return true;
    });

  const updateBy: Record<Way, (input: ItemInput) => Promise<boolean>> = {
    ONE: async (input) => (await items.updateOne(fence(input), { $set: changesOf(input) })).matchedCount > 0,
    FIND_ONE_AND: async (input) =>
      (await items.findOneAndUpdate(fence(input), { $set: changesOf(input) }).lean()) !== null,
    BULK: async (input) => {
      const update = { filter: fence(input), update: { $set: changesOf(input) } };
      return (await items.bulkWrite([{ updateOne: update }])).matchedCount > 0;
    },
    MANY: async (input) =>
      (await items.updateMany(fence(input), { $set: changesOf(input) })).matchedCount > 0,
    REPLACE: async (input) => (await items.replaceOne(fence(input), wholeOf(input))).matchedCount > 0,
    SAVE: saveFenced,
    RAW: async (input) => (await raw.updateOne(fence(input), { $set: changesOf(input) })).matchedCount > 0,
  };

  const insertBy: Record<Way, (record: ItemRecord) => Promise<unknown>> = {
    ONE: (record) => items.create(record),
    FIND_ONE_AND: ({ _id, ...rest }) =>
      items.findOneAndUpdate({ _id, seq: { $exists: false } }, { $setOnInsert: rest }, { upsert: true }),
    BULK: (record) => items.bulkWrite([{ insertOne: { document: record } }]),
    MANY: (record) => items.insertMany([record]),
    REPLACE: ({ _id, ...rest }) => items.replaceOne({ _id, seq: { $exists: false } }, rest, { upsert: true }),
    SAVE: (record) => new items(record).save(),
    RAW: (record) => raw.insertOne(record),
  };

  const removeBy: Record<Way, (id: string) => Promise<unknown>> = {
    ONE: (id) => items.deleteOne({ _id: id }),
    FIND_ONE_AND: (id) => items.findOneAndDelete({ _id: id }),
    BULK: (id) => items.bulkWrite([{ deleteOne: { filter: { _id: id } } }]),
    MANY: (id) => items.deleteMany({ _id: id }),
    REPLACE: (id) => items.findByIdAndDelete(id),
    SAVE: async (id) => (await items.findById(id))?.deleteOne(),
    RAW: (id) => raw.deleteOne({ _id: id }),
  };

  const updateInside = async (input: ItemInput, session: ClientSession): Promise<ItemRecord> => {
    const changed = await items
      .findOneAndUpdate(fence(input), { $set: changesOf(input) }, { session, returnDocument: 'after' })
      .lean<ItemRecord | null>();
    if (!changed) throw new GivenUp('ABSENT');
    return changed;
  };

  return {
    create: async (input, way) => {
      try {
        await insertBy[way](wholeOf(input));
        return await after(true, input);
      } catch (error) {
        if (isDuplicateKey(error)) return after(false, input);
        throw error;
      }
    },
    update: async (input, way, pauseMs) => {
      if (pauseMs > 0) await pause(pauseMs);
      return after(await updateBy[way](input), input);
    },
    remove: async (id, way) => {
      const item = await items.findById(id).lean<ItemRecord | null>();
      await removeBy[way](id);
      return { outcome: item ? 'APPLIED' : 'ABSENT', item };
    },
    updateTogether: async (inputs, abort, pauseMs) => {
      try {
        const changed = await items.db.transaction(async (session) => {
          const records: ItemRecord[] = [];
          for (const input of inputs) records.push(await updateInside(input, session));
          if (pauseMs > 0) await pause(pauseMs);
          if (abort) throw new GivenUp('ABORTED');
          return records;
        });
        return { outcome: 'APPLIED', items: changed };
      } catch (error) {
        if (error instanceof GivenUp) return { outcome: error.outcome, items: [] };
        throw error;
      }
    },
  };
};
