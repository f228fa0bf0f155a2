import type { Connection, mongo } from 'mongoose';
import type { Tag } from '../../cache/tags.ts';
import type { Declarations } from '../facets/declarations.ts';
import { currentOperation, type Operation } from '../operation/operation.ts';
import { smallFind, smallFindCursor } from '../operation/single-reply.ts';
import { namingCount, numberOf } from '../reads/count.ts';
import { announced, type Announcement } from './announcement.ts';
import { type Options, type WriteCall, type Written } from './call.ts';
import { bulkWrite, deleteMany, insertMany, insertOne, updateMany } from './many.ts';
import { stampsOfRefusal } from './refusal.ts';
import { deleteOne, findOneAndDelete, findOneAndReplace, replaceOne } from './replace-and-delete.ts';
import { anythingStamps } from './stamps.ts';
import type { Transactions } from './transactions.ts';
import { findOneAndUpdate, updateOne } from './update-one.ts';

export interface InterceptOptions {
  readonly declarations: Declarations;
  readonly transactions: Transactions;
  readonly writeMaxTimeMs: number;
}

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method | undefined>;

/** Methods that read, and where their options stand. */
const READS: Readonly<Record<string, number>> = {
  find: 1,
  findOne: 1,
  aggregate: 1,
  count: 1,
  countDocuments: 1,
  estimatedDocumentCount: 0,
  distinct: 2,
};

/** Methods that write, where their options stand, and who computes their stamps. */
const WRITES: Readonly<
  Record<string, readonly [options: number, write: (call: WriteCall, ...args: unknown[]) => Promise<Written>]>
> = {
  insertOne: [1, insertOne],
  insertMany: [1, insertMany],
  updateOne: [2, updateOne],
  updateMany: [2, updateMany],
  replaceOne: [2, replaceOne],
  deleteOne: [1, deleteOne],
  deleteMany: [1, deleteMany],
  findOneAndUpdate: [2, findOneAndUpdate],
  findOneAndReplace: [2, findOneAndReplace],
  findOneAndDelete: [1, findOneAndDelete],
  bulkWrite: [1, bulkWrite],
};

const LISTS: ReadonlySet<string> = new Set(['insertMany', 'bulkWrite', 'updateMany', 'deleteMany']);

/** Options of a count that leave it a count of all that its filter selects. */
const COUNT_OPTIONS: ReadonlySet<string> = new Set(['session', 'maxTimeMS', 'comment', 'hint']);

const countAndName = async (
  aggregate: Method,
  pipeline: readonly object[],
  options: Options,
): Promise<number> => numberOf(await (aggregate(pipeline, options) as mongo.AggregationCursor).toArray());

/** Servers before 5.2 do not know `$firstN`. */
const isUnknownOperator = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 15_952;

const optionsIn = (args: readonly unknown[], position: number): Options =>
  (args[position] as Options | null | undefined) ?? {};

const sessionIn = ({ session }: Options): mongo.ClientSession | undefined =>
  (session as mongo.ClientSession | null | undefined) ?? undefined;

/** `args` with these options in their place. */
const withOptions = (args: readonly unknown[], position: number, options: Options): unknown[] => {
  const changed: unknown[] = Array.from({ length: position }, (_, index) => args[index]);
  return [...changed, options];
};

const boundWrite = (options: Options, maxTimeMs: number): Options => {
  if (sessionIn(options)?.inTransaction() === true) return options;
  const { writeConcern, ...rest } = options;
  const given = typeof writeConcern === 'object' ? writeConcern : {};
  return { maxTimeMS: maxTimeMs, ...rest, writeConcern: { ...given, w: 'majority' } };
};

/**
 * Stands between Mongoose and the driver: after casting and every hook, where a write can still be given its
 * atomic before-image, and where no read can forget the operation's session.
 * @returns takes itself away.
 */
export const interceptCollections = (
  connection: Connection,
  { declarations, transactions, writeMaxTimeMs }: InterceptOptions,
): (() => void) => {
  const undo: (() => void)[] = [];
  const client = connection.getClient();
  let countsCanName = true;

  const write = async (
    operation: Operation,
    namespace: string,
    args: readonly unknown[],
    position: number,
    run: (options: Options) => Promise<Written>,
    refusal: (error: unknown) => Promise<readonly Tag[] | undefined>,
  ): Promise<unknown> => {
    const options = boundWrite(optionsIn(args, position), writeMaxTimeMs);
    const inTransaction = sessionIn(options)?.inTransaction() === true;
    const announcement: Announcement = { namespace, transaction: undefined };
    const intent = operation.ledger.begin();
    let tags = anythingStamps(namespace);
    try {
      const written = await announced(announcement, () => run(options));
      tags = written.tags;
      return written.result;
    } catch (error) {
      tags = (await refusal(error)) ?? tags;
      throw error;
    } finally {
      const { transaction } = announcement;
      if (inTransaction && transaction !== undefined) {
        transactions.note(transaction, tags, () => operation.ledger);
        intent.settle([]);
      } else intent.settle(tags);
    }
  };

  const intercept = (name: string, collection: Methods): void => {
    const replace = (method: string, wrap: (original: Method) => Method): void => {
      const original = collection[method];
      if (original === undefined) return;
      collection[method] = wrap(original.bind(collection));
      // The original stands on the prototype.
      undo.push(() => delete collection[method]);
    };
    const originals = new Map<string, Method>();
    for (const method of [...Object.keys(READS), ...Object.keys(WRITES)]) {
      const original = collection[method];
      if (original !== undefined) originals.set(method, original.bind(collection));
    }
    const namespace = `${connection.db?.databaseName ?? connection.name}.${name}`;
    const declared = declarations.of(namespace);

    for (const [method, position] of Object.entries(READS)) {
      replace(method, (original) => (...args) => {
        const operation = currentOperation();
        const options = optionsIn(args, position);
        if (operation === undefined || sessionIn(options) !== undefined) return original(...args);
        const bound = { ...options, ...operation.sessions.optionsFor(client) };
        const run = () => original(...withOptions(args, position, bound));
        if (method === 'find' && connection.db) {
          const small = smallFind(name, args[0], bound);
          if (small) return smallFindCursor(connection.db, small, run as () => mongo.FindCursor);
        }
        const plain = Object.keys(options).every((option) => COUNT_OPTIONS.has(option));
        if (
          method !== 'countDocuments' ||
          declared === undefined ||
          operation.kind !== 'query' ||
          !plain ||
          !countsCanName
        ) {
          return run();
        }
        const pipeline = namingCount(args[0], declared);
        const aggregate = originals.get('aggregate');
        if (pipeline === undefined || aggregate === undefined) return run();
        return countAndName(aggregate, pipeline, bound).catch((error: unknown) => {
          if (!isUnknownOperator(error)) throw error;
          countsCanName = false;
          return run();
        });
      });
    }
    for (const [method, [position, compute]] of Object.entries(WRITES)) {
      replace(method, (original) => (...args) => {
        const operation = currentOperation();
        if (operation === undefined) return original(...args);
        if (declared === undefined) {
          // Nothing cacheable reads it, so that its stamps can be wide.
          return original(
            ...withOptions(args, position, boundWrite(optionsIn(args, position), writeMaxTimeMs)),
          );
        }
        const callWith = (options: Options): WriteCall => ({
          declared,
          operation,
          client,
          options,
          session: sessionIn(options)?.inTransaction() === true ? sessionIn(options) : undefined,
          maxTimeMs: writeMaxTimeMs,
          call: async (other, ...rest) => originals.get(other)?.(...rest),
        });
        return write(
          operation,
          namespace,
          args,
          position,
          (options) => compute(callWith(options), ...args.slice(0, position)),
          // Of a list of writes, others may have been done before the one that was refused.
          async (error) =>
            LISTS.has(method) ? undefined : stampsOfRefusal(callWith(optionsIn(args, position)), error),
        );
      });
    }
  };

  const collectionOf = connection.collection.bind(connection);
  const seen = new Set<string>();
  const interceptOnce = (name: string, collection: unknown): void => {
    if (seen.has(name)) return;
    seen.add(name);
    intercept(name, collection as Methods);
  };
  for (const [name, collection] of Object.entries(connection.collections)) interceptOnce(name, collection);
  connection.collection = ((...args: Parameters<Connection['collection']>) => {
    const collection = collectionOf(...args);
    interceptOnce(args[0], collection);
    return collection;
  }) as Connection['collection'];
  undo.push(() => Reflect.deleteProperty(connection, 'collection'));
  return () => {
    for (const step of undo.toReversed()) step();
  };
};
