import type { RecordStore } from './record-store.ts';
import type { InTransaction, Transaction } from './transactions.ts';

/** What can be found, by its type in the API. */
export const findableKinds = ['Channel', 'Course', 'Movie', 'Video'] as const;
export type FindableKind = (typeof findableKinds)[number];

/** Something that everybody may find, as the domain that it belongs to tells of it. */
export interface Findable {
  readonly kind: FindableKind;
  readonly id: string;
  readonly title: string;
  /** What it is called besides, such as the handle of a channel. */
  readonly names?: readonly string[];
  /** What it is found by besides, the most telling first. */
  readonly texts: readonly string[];
  readonly publishedAt: Date | null;
  /** How many people it has reached, as far as its record says. */
  readonly audience?: number;
}

/** Where things are found. Whoever changes one says so in the transaction that changes it. */
export interface FindableIndex {
  /** For one that was just added: spares a look at what is there. */
  add(thing: Findable, transaction: Transaction): Promise<void>;
  put(thing: Findable, transaction: Transaction): Promise<void>;
  remove(kind: FindableKind, id: string, transaction: Transaction): Promise<void>;
  /** Writes that nothing is known of: see `ImportedWriter`. Changes nothing. */
  doubtEverything(): Promise<void>;
}

/** Which records of a domain can be found, and by what. */
export interface FindableRecords<Value extends { readonly _id: string }> {
  readonly kind: FindableKind;
  /** Paths that decide what it is found by. */
  readonly textPaths: readonly (keyof Value & string)[];
  /** Paths that decide whether it is found. */
  readonly placePaths: readonly (keyof Value & string)[];
  /** `null` for what not everybody may find. */
  findableOf(record: Value): Findable | null;
}

/** Writes of records, each in one transaction with what is found of the record. */
export interface FindableFollowing<Value extends { readonly _id: string }> {
  insert(
    record: Value,
    run: (transaction: Transaction | undefined) => Promise<boolean>,
    transaction?: Transaction,
  ): Promise<boolean>;
  /** @param run answers the whole record as it is then. */
  update(
    changes: object,
    run: (transaction: Transaction | undefined) => Promise<Value | null>,
    transaction?: Transaction,
  ): Promise<Value | null>;
  /** @param run answers the whole record as it was. */
  remove(
    run: (transaction: Transaction | undefined) => Promise<Value | null>,
    transaction?: Transaction,
  ): Promise<Value | null>;
}

const notInserted = new Error('The record was not inserted.');

const isRefusal = (error: unknown): boolean =>
  error === notInserted || (error instanceof Error && 'code' in error && error.code === 11_000);

export const followFindable = <Value extends { readonly _id: string }>(
  { kind, textPaths, placePaths, findableOf }: FindableRecords<Value>,
  index: FindableIndex,
  inTransaction: InTransaction,
): FindableFollowing<Value> => {
  /**
   * In the caller's transaction, or in one of its own. What is refused there since an `_id` or a name was taken is tried again without
   * one: an abort tells nobody anything, but whoever hears of the refusal knows what is there.
   */
  const joined = async <T>(
    transaction: Transaction | undefined,
    run: (transaction: Transaction | undefined) => Promise<T>,
    tell: (done: T, one: Transaction) => Promise<void>,
  ): Promise<T> => {
    const work = async (one: Transaction): Promise<T> => {
      const done = await run(one);
      await tell(done, one);
      return done;
    };
    if (transaction) return work(transaction);
    try {
      return await inTransaction(work);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    const done = await run(undefined);
    // What was in the way is gone meanwhile.
    if (done !== false && done !== null) await inTransaction((one) => tell(done, one));
    return done;
  };

  return {
    insert: async (record, run, transaction) => {
      const thing = findableOf(record);
      if (!thing) return run(transaction);
      return joined(transaction, run, async (isInserted, one) => {
        // An `_id` that is taken has ended the transaction.
        if (!isInserted) throw notInserted;
        await index.add(thing, one);
      });
    },
    update: (changes, run, transaction) => {
      const isPlaced = placePaths.some((path) => path in changes);
      if (!isPlaced && !textPaths.some((path) => path in changes)) return run(transaction);
      return joined(transaction, run, async (after, one) => {
        const thing = after && findableOf(after);
        if (thing) await index.put(thing, one);
        else if (after && isPlaced) await index.remove(kind, after._id, one);
      });
    },
    remove: (run, transaction) =>
      joined(transaction, run, async (before, one) => {
        if (before && findableOf(before)) await index.remove(kind, before._id, one);
      }),
  };
};

/** A store whose writes are followed. @param following `undefined`: they are not. */
export const followedStore = <Value extends { readonly _id: string }>(
  store: RecordStore<Value>,
  following: FindableFollowing<Value> | undefined,
): RecordStore<Value> =>
  following
    ? {
        ...store,
        insert: (record, transaction) =>
          following.insert(record, (one) => store.insert(record, one), transaction),
        update: (id, changes, expected, transaction) =>
          following.update(changes, (one) => store.update(id, changes, expected, one), transaction),
        remove: (id, expected, transaction) =>
          following.remove((one) => store.remove(id, expected, one), transaction),
      }
    : store;
