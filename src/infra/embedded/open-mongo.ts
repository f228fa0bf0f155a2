import type { Logger } from '../../shared/logger.ts';
import { DataFolderInUseError } from './data-folder-lock.ts';
import { openDataFolder, readServerRecord } from './data-folder.ts';
import { startEmbeddedMongod } from './embedded-mongod.ts';
import { embeddedUri } from './replica-set.ts';

export interface OpenMongoOptions {
  /** `undefined`: the embedded server. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly downloadDir: string;
  readonly log: Logger;
}

/**
 * The database that a command works on: the one that is given, else the embedded server, that of a running Marquee or
 * one of its own.
 */
export const openMongo = async (
  options: OpenMongoOptions,
): Promise<{ readonly uri: string; close(): Promise<void> }> => {
  const { mongodbUri, dataDir } = options;
  if (mongodbUri !== undefined) return { uri: mongodbUri, close: async () => undefined };
  try {
    const mongod = await startEmbeddedMongod(options);
    return { uri: mongod.uri, close: () => mongod.stop() };
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    const record = await readServerRecord(await openDataFolder(dataDir));
    if (!record) throw error;
    return { uri: embeddedUri(record.port), close: async () => undefined };
  }
};
