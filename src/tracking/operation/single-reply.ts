import { mongo } from 'mongoose';
import { isPlainObject, isRecord } from '../canonical.ts';

type Options = Readonly<Record<string, unknown>>;

/** A find that its first reply is most likely to answer as a whole. */
export interface SmallFind {
  readonly command: Readonly<Record<string, unknown>>;
  readonly session: mongo.ClientSession;
}

/** Options that the command has under the same name. */
const COMMAND_OPTIONS = ['projection', 'sort', 'skip', 'limit', 'batchSize', 'maxTimeMS'] as const;
const UNDERSTOOD = new Set<string>([...COMMAND_OPTIONS, 'session', 'readConcern', 'readPreference']);

/** Documents that the server sends at first where nothing is said. */
const FIRST_BATCH = 101;

/** Directions may be said in other words, which the driver knows. */
const isPlainSort = (sort: unknown): boolean =>
  isPlainObject(sort) &&
  Object.values(sort).every((direction) => direction === 1 || direction === -1 || isPlainObject(direction));

const isSmall = ({ limit, batchSize }: Options): boolean =>
  (typeof limit === 'number' && limit > 0 && limit < FIRST_BATCH) ||
  (typeof batchSize === 'number' && batchSize >= FIRST_BATCH);

/** @returns `undefined` for a find that is not understood here, or may go on after its first reply. */
export const smallFind = (collection: string, filter: unknown, options: Options): SmallFind | undefined => {
  if (!isSmall(options) || (options['sort'] !== undefined && !isPlainSort(options['sort']))) return undefined;
  for (const option of Object.keys(options)) if (!UNDERSTOOD.has(option)) return undefined;
  const command: Record<string, unknown> = { find: collection, filter: filter ?? {} };
  for (const option of COMMAND_OPTIONS) if (options[option] !== undefined) command[option] = options[option];
  command['readConcern'] = options['readConcern'];
  return { command, session: options['session'] as mongo.ClientSession };
};

/**
 * The documents come as bytes, and nothing else does: the driver keeps what a server at fault says of its topology, and with
 * `raw` that would be bytes which it stumbles over at each later fault.
 */
const fieldsAsRaw = { firstBatch: true };

/**
 * Reads all in one command, whose reply is decoded once. A cursor decodes it twice, once for the listeners to commands
 * and once document by document, and costs about as much again before it is sent.
 * @returns `undefined` when there is more than one reply holds, or the server did not answer well: a cursor then reads it
 *   again, with all that the driver knows of retrying.
 */
const readSmall = async (
  database: mongo.Db,
  { command, session }: SmallFind,
): Promise<readonly unknown[] | undefined> => {
  let reply: Options;
  try {
    reply = await database.command(command, { session, readPreference: 'primary', fieldsAsRaw });
  } catch (error) {
    // A second wait for a server, or for a slow one, would find no more.
    if (error instanceof mongo.MongoServerSelectionError) throw error;
    if (error instanceof mongo.MongoServerError && error.code === MAX_TIME_EXPIRED) throw error;
    return undefined;
  }
  const { id, firstBatch } = isRecord(reply['cursor']) ? reply['cursor'] : {};
  if (String(id) === '0') {
    const { enableUtf8Validation, ...options } = database.bsonOptions;
    const decoding = { ...options, validation: { utf8: enableUtf8Validation !== false } };
    return (firstBatch as readonly Uint8Array[]).map((bytes) => mongo.BSON.deserialize(bytes, decoding));
  }
  const close = { killCursors: command['find'], cursors: [id] };
  await database.command(close, { session }).catch(() => undefined);
  return undefined;
};

const MAX_TIME_EXPIRED = 50;

/**
 * What stands for the cursor of a small find. Whoever asks it for all documents at once gets them from one reply;
 * whoever does anything else with it has a cursor of the driver.
 */
export const smallFindCursor = (
  database: mongo.Db,
  find: SmallFind,
  open: () => mongo.FindCursor,
): mongo.FindCursor => {
  let opened: mongo.FindCursor | undefined;
  const toArray = async (): Promise<readonly unknown[]> =>
    (await readSmall(database, find)) ?? (opened ??= open()).toArray();
  return new Proxy({} as mongo.FindCursor, {
    get: (_, property) => {
      // Awaiting it gives itself.
      if (property === 'then') return undefined;
      if (property === 'toArray' && opened === undefined) return toArray;
      opened ??= open();
      const value: unknown = Reflect.get(opened, property, opened);
      return typeof value === 'function' ? (value.bind(opened) as unknown) : value;
    },
    getPrototypeOf: () => mongo.FindCursor.prototype,
  });
};
