import { mongo } from 'mongoose';
import type { OperationTime } from '../../cache/log/invalidation-log.ts';
import { isRecord } from '../canonical.ts';
import type { Declared } from '../facets/declarations.ts';
import { timestampOf } from '../operation/time.ts';
import type { Images } from './change-stamps.ts';
import { type Change, imagePaths, parseChange } from './change.ts';

/** Where a stream begins: after what was followed, or at a time of Mongo's. */
export type Beginning = { readonly token: object } | { readonly order: string };

/** What a stream brought at once. */
export interface Changes {
  /** In their order; empty when nothing came for a while. */
  readonly list: readonly Change[];
  /** All changes up to it are in this or an earlier list. */
  readonly token: object | undefined;
  /** Whether it brought all that there was. */
  readonly isAll: boolean;
}

/** The changes of a database's followed collections, as a majority has them. */
export interface ChangeSource extends AsyncDisposable {
  /** Waits for some, but not for long. @throws what the driver throws. */
  next(): Promise<Changes>;
  /** The time of a change that this source has brought, for the log. */
  timeOf(order: string): OperationTime;
  /** Whoever waits for changes is told at once, by an error. Never rejects. */
  close(): Promise<void>;
}

export interface ChangeSourceOptions {
  readonly client: mongo.MongoClient;
  readonly databaseName: string;
  readonly followed: readonly Declared[];
  readonly beginning: Beginning;
  readonly images: Images;
  /** Milliseconds to wait for a change. */
  readonly waitMs: number;
  /** Most changes at once. */
  readonly batchSize: number;
}

/** Collections come and go, under whatever name; of some of it Mongo says only that the database changed. */
const OF_THE_DATABASE = ['dropDatabase', 'invalidate'];

const collectionOf = ({ namespace }: Declared, databaseName: string): string =>
  namespace.slice(databaseName.length + 1);

const pipelineOf = ({ databaseName, followed }: ChangeSourceOptions) => {
  const names = followed.map((declared) => collectionOf(declared, databaseName));
  const paths = imagePaths(followed);
  // Of a document no more than stamps need: an event may be no larger than a document.
  const image = paths.length === 0 ? 0 : Object.fromEntries(paths.map((path) => [path, 1]));
  return [
    {
      $match: {
        $or: [
          { 'ns.coll': { $in: names } },
          { 'to.coll': { $in: names } },
          { operationType: { $in: OF_THE_DATABASE } },
        ],
      },
    },
    {
      $project: {
        operationType: 1,
        ns: 1,
        to: 1,
        clusterTime: 1,
        wallTime: 1,
        documentKey: 1,
        updateDescription: 1,
        ...(image !== 0 && { fullDocument: image, fullDocumentBeforeChange: image }),
      },
    },
  ];
};

/** The driver takes a broken connection up again by itself, from the last change on. */
export const openChanges = (options: ChangeSourceOptions): ChangeSource => {
  const { client, databaseName, beginning, images, waitMs, batchSize } = options;
  const session = client.startSession({ causalConsistency: false });
  const stream = client.db(databaseName).watch(pipelineOf(options), {
    session,
    maxAwaitTimeMS: waitMs,
    batchSize,
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    ...(images === 'exact'
      ? { fullDocument: 'whenAvailable', fullDocumentBeforeChange: 'whenAvailable' }
      : { fullDocument: 'updateLookup' }),
    ...('token' in beginning
      ? { resumeAfter: beginning.token }
      : { startAtOperationTime: timestampOf(beginning.order) }),
  });
  const close = async (): Promise<void> => {
    await stream.close().catch(() => undefined); // the server forgets it by itself
  };
  return {
    async next() {
      const list: Change[] = [];
      let event: unknown = await stream.tryNext();
      while (event !== null) {
        list.push(parseChange(event));
        // After the last one of a reply the token may be later than the change.
        if (stream.bufferedCount() === 0) break;
        event = await stream.tryNext();
      }
      const token: unknown = stream.resumeToken;
      return { list, token: isRecord(token) ? token : undefined, isAll: list.length < batchSize };
    },
    timeOf(order) {
      // The reply that brought the change told a time that is not before it.
      const { clusterTime } = session;
      if (clusterTime === undefined) throw new Error('A change came, but no time of the cluster.');
      return { order, signed: Buffer.from(mongo.BSON.serialize({ clusterTime })).toString('base64') };
    },
    close,
    async [Symbol.asyncDispose]() {
      await close();
      await session.endSession();
    },
  };
};

/** Changes that no stamp can tell of: the collection is another one afterwards, or there is none. */
const BREAKS = new Set(['drop', 'rename', 'dropDatabase', 'invalidate']);

/** Why an epoch cannot outlast this change, if it cannot. */
export const breakOf = ({ operation, collection, to }: Change): string | undefined => {
  if (!BREAKS.has(operation)) return undefined;
  return ['followed', operation, collection, to].filter((part) => part !== undefined).join(' ');
};
