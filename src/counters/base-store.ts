import { type Connection, mongo } from 'mongoose';
import type { Logger } from '../shared/logger.ts';
import type { AccountState, Memory } from './account.ts';
import { foldStages } from './fold-stages.ts';

/** A kind of thing that is counted. */
export interface CounterKind {
  /** Where its base is, one document a thing, by the id of the thing. */
  readonly collection: string;
  readonly counters: readonly string[];
  /** Counts may be below zero, and are read so. By default the least that is read is 0. */
  readonly isSigned?: boolean;
  /** What a folded document says besides, by the id of its thing: each of these has an index. */
  readonly fields?: Readonly<Record<string, (id: string) => string>>;
}

/** What is folded of a thing, and the memory of what was. */
export interface Base extends Memory {
  readonly counts: Readonly<Record<string, number>>;
  readonly isRemoved: boolean;
}

/** The base of every counter, in Mongo. */
export interface BaseStore {
  /** Makes collections and indexes that are missing. */
  prepare(): Promise<void>;
  /** Mongo's clock, milliseconds since 1970. */
  now(): Promise<number>;
  /**
   * Takes in what the base lacks of these accounts: doing it again, or at once by two, changes nothing.
   * @returns the states that a majority has. Never rejects: of the others it is not known, and they may be folded again.
   */
  fold(states: readonly AccountState[]): Promise<readonly AccountState[]>;
  /** The bases of those things that have one. */
  read(things: readonly string[]): Promise<ReadonlyMap<string, Base>>;
  /** Makes counts what they are said to be; of these accounts nothing is lacking afterwards. */
  set(
    entries: readonly (readonly [thing: string, counts: Readonly<Record<string, number>>])[],
    accounts: readonly AccountState[],
  ): Promise<void>;
  /** Leaves for a while only that they were removed. */
  remove(things: readonly string[]): Promise<void>;
}

export interface BaseStoreOptions {
  /** One whose commands are not followed. */
  readonly connection: Connection;
  readonly kinds: Readonly<Record<string, CounterKind>>;
  /** Milliseconds that an account is remembered after it was last taken in. Default a day. */
  readonly rememberMs?: number;
  readonly log: Logger;
}

interface BaseRecord {
  readonly _id: string;
  readonly folds?: readonly {
    readonly o: string;
    readonly b: number;
    readonly s: number;
    readonly c: Readonly<Record<string, number>>;
    readonly at: Date;
  }[];
  readonly forgottenUpTo?: number;
  readonly removedAt?: Date;
  readonly [counter: string]: unknown;
}

const defaultRememberMs = 86_400_000;
const removedLifeSeconds = 2 * 86_400;
const batchSize = 500;
const upsertRaces = 3;
const writeConcern = { w: 'majority', wtimeoutMS: 10_000 } as const;
const duplicateKey = 11_000;

/** What documents of counters hold besides counts. */
const ownFields: ReadonlySet<string> = new Set(['folds', 'forgottenUpTo', 'removedAt']);

/** @throws TypeError on a kind or counter whose name could be taken for something else. */
export const checkKinds = (kinds: Readonly<Record<string, CounterKind>>): void => {
  const names = [
    ...Object.keys(kinds),
    ...Object.values(kinds).flatMap(({ counters, fields = {} }) => [...counters, ...Object.keys(fields)]),
  ];
  const odd = names.filter((name) => !/^[a-z][A-Za-z]*$/.test(name) || ownFields.has(name));
  if (odd.length > 0) {
    throw new TypeError(
      `expected names of letters that are not ${[...ownFields].join(', ')}, but got ${odd.join(', ')}`,
    );
  }
};

/** A thing's kind and id. */
export const partsOf = (thing: string): readonly [kind: string, id: string] => {
  const colon = thing.indexOf(':');
  return [thing.slice(0, colon), thing.slice(colon + 1)];
};

interface Step<T> {
  readonly thing: string;
  readonly of: T;
  readonly stages: readonly mongo.Document[];
}

interface Written<T> {
  /** Those that were not written, and those of which it is not known. */
  readonly failed: readonly Step<T>[];
  readonly error?: unknown;
}

const writeBatch = async <T>(
  collection: mongo.Collection<BaseRecord>,
  batch: readonly Step<T>[],
): Promise<Written<T>> => {
  const operations = batch.map(({ thing, stages }) => ({
    updateOne: { filter: { _id: partsOf(thing)[1] }, update: [...stages], upsert: true },
  }));
  try {
    await collection.bulkWrite(operations, { ordered: false, writeConcern });
    return { failed: [] };
  } catch (error) {
    const isPartial = error instanceof mongo.MongoBulkWriteError && !error.result.getWriteConcernError();
    const places = new Set(isPartial ? [error.writeErrors].flat().map(({ index }) => index) : []);
    return { failed: places.size > 0 ? batch.filter((_step, place) => places.has(place)) : batch, error };
  }
};

/** Two upserts of one thing, of which one came too late to insert it: it will find it. */
const isRace = (error: unknown): boolean =>
  error instanceof mongo.MongoBulkWriteError &&
  [error.writeErrors].flat().every(({ code }) => code === duplicateKey);

export const createBaseStore = ({
  connection,
  kinds,
  rememberMs = defaultRememberMs,
  log,
}: BaseStoreOptions): BaseStore => {
  const db = connection.getClient().db(connection.name);
  const collectionOf = (kind: string): mongo.Collection<BaseRecord> | undefined => {
    const found = kinds[kind];
    return found && db.collection<BaseRecord>(found.collection);
  };

  /** Documents of things that were removed say nothing. */
  const fieldStages = (thing: string): readonly mongo.Document[] => {
    const [kind, id] = partsOf(thing);
    const fields = Object.entries(kinds[kind]?.fields ?? {});
    if (fields.length === 0) return [];
    const isThere = { $eq: [{ $type: '$removedAt' }, 'missing'] };
    const valueOf = (of: (id: string) => string) => ({
      $cond: [isThere, { $literal: of(id) }, '$$REMOVE'],
    });
    return [{ $set: Object.fromEntries(fields.map(([name, of]) => [name, valueOf(of)])) }];
  };

  /** @returns what of the steps is done, by a majority. */
  const write = async <T>(steps: readonly Step<T>[]): Promise<readonly T[]> => {
    const done: T[] = [];
    for (const [kind, ofKind] of Map.groupBy(steps, ({ thing }) => partsOf(thing)[0])) {
      const collection = collectionOf(kind);
      if (!collection) continue;
      for (let at = 0; at < ofKind.length; at += batchSize) {
        let batch = ofKind.slice(at, at + batchSize);
        for (let attempt = 1; batch.length > 0 && attempt <= upsertRaces; attempt += 1) {
          const { failed, error } = await writeBatch(collection, batch);
          done.push(...batch.filter((step) => !failed.includes(step)).map(({ of }) => of));
          batch = isRace(error) ? [...failed] : [];
          if (failed.length > 0 && (batch.length === 0 || attempt === upsertRaces)) {
            log.warn({ err: error, things: failed.length }, 'Counts could not be folded; they are kept.');
          }
        }
      }
    }
    return done;
  };

  return {
    async prepare() {
      const there = new Set(
        (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
      );
      for (const { collection, fields = {} } of Object.values(kinds)) {
        if (!there.has(collection)) await db.createCollection(collection).catch(ignoreExisting);
        await db
          .collection(collection)
          .createIndexes([
            { key: { removedAt: 1 }, expireAfterSeconds: removedLifeSeconds, sparse: true },
            ...Object.keys(fields).map((field) => ({ key: { [field]: 1 } })),
          ]);
      }
    },

    async now() {
      const { localTime } = await db.command({ hello: 1 });
      return localTime instanceof Date ? localTime.getTime() : Date.now();
    },

    fold: (states) =>
      write(
        states.map((state) => ({
          thing: state.thing,
          of: state,
          stages: [...foldStages(state, rememberMs), ...fieldStages(state.thing)],
        })),
      ),

    async read(things) {
      const bases = new Map<string, Base>();
      const byKind = Map.groupBy(things, (thing) => partsOf(thing)[0]);
      await Promise.all(
        [...byKind].map(async ([kind, ofKind]) => {
          const ids = ofKind.map((thing) => partsOf(thing)[1]);
          // What was folded elsewhere has left Redis, so only the primary will do.
          const records = await collectionOf(kind)
            ?.find({ _id: { $in: ids } }, { readPreference: 'primary' })
            .toArray();
          for (const record of records ?? []) bases.set(`${kind}:${record._id}`, baseOf(record));
        }),
      );
      return bases;
    },

    async set(entries, accounts) {
      const byThing = Map.groupBy(accounts, ({ thing }) => thing);
      const steps = entries.map(([thing, counts]) => {
        const taken = (byThing.get(thing) ?? []).flatMap((state) => foldStages(state, rememberMs));
        const all = kinds[partsOf(thing)[0]]?.counters ?? [];
        const said = Object.fromEntries(all.map((counter) => [counter, counts[counter] ?? 0]));
        return {
          thing,
          of: thing,
          stages: [{ $unset: ['removedAt'] }, ...taken, { $set: said }, ...fieldStages(thing)],
        };
      });
      const done = await write(steps);
      if (done.length < entries.length) {
        throw new Error(`${entries.length - done.length} of ${entries.length} counts could not be set.`);
      }
    },

    async remove(things) {
      for (const [kind, ofKind] of Map.groupBy(things, (thing) => partsOf(thing)[0])) {
        const operations = ofKind.map((thing) => ({
          updateOne: {
            filter: { _id: partsOf(thing)[1] },
            update: [{ $replaceWith: { _id: '$_id', removedAt: '$$NOW' } }],
            upsert: true,
          },
        }));
        await collectionOf(kind)?.bulkWrite(operations, { ordered: false, writeConcern });
      }
    },
  };
};

const namespaceExists = 48;
const ignoreExisting = (error: unknown): void => {
  if (!(error instanceof mongo.MongoServerError) || error.code !== namespaceExists) throw error;
};

const baseOf = ({ _id, folds = [], forgottenUpTo = 0, removedAt, ...rest }: BaseRecord): Base => ({
  counts: Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  ),
  counted: folds.map(({ o, b, s, c }) => ({ owner: o, born: b, seq: s, sums: c })),
  forgottenUpTo,
  isRemoved: removedAt !== undefined,
});
