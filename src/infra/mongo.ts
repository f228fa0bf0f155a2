import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { StartupError } from '../shared/startup-error.ts';

/** Milliseconds. A request waits this long for a server before it is told that there is none. */
const serverSelectionTimeoutMS = 2_000;
/** Milliseconds of silence on a connection after which it is given up. */
const socketTimeoutMS = 20_000;

const options: ConnectOptions = {
  appName: 'marquee',
  serverSelectionTimeoutMS,
  socketTimeoutMS,
  retryWrites: true,
  // A command without a connection fails at once with its reason, and does not wait in a queue.
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  writeConcern: { w: 'majority', wtimeoutMS: 10_000 },
};

const defaultDatabase = 'marquee';

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@');

/**
 * Connects to Mongo. A URI that names no database means `marquee`.
 * @throws StartupError when no server answers in time.
 */
export const connectMongo = async (uri: string, given: ConnectOptions = {}): Promise<Connection> => {
  const named = /^[^/]+\/\/[^/]+\/[^?]+/.test(uri);
  const connection = mongoose.createConnection(uri, {
    ...options,
    ...(!named && { dbName: defaultDatabase }),
    ...given,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `MongoDB does not answer at ${withoutPassword(uri)}: ${reason}\n` +
        'Start it, correct MONGODB_URI, or leave MONGODB_URI out to use the embedded server.',
    );
  }
};
