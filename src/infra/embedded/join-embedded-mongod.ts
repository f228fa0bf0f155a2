import { DataFolderInUseError } from './data-folder-lock.ts';
import { openDataFolder, readServerRecord } from './data-folder.ts';
import { type EmbeddedMongod, type EmbeddedMongodOptions, startEmbeddedMongod } from './embedded-mongod.ts';
import { embeddedUri } from './replica-set.ts';

/**
 * The MongoDB server of a data folder, for a command beside the server: the one that a running Marquee has there, else one
 * of its own.
 *
 * @throws StartupError like `startEmbeddedMongod`
 */
export async function joinEmbeddedMongod(
  options: EmbeddedMongodOptions,
): Promise<Pick<EmbeddedMongod, 'uri' | 'stop'>> {
  try {
    return await startEmbeddedMongod(options);
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    const record = await readServerRecord(await openDataFolder(options.dataDir));
    if (!record) throw error;
    return { uri: embeddedUri(record.port), stop: () => Promise.resolve() };
  }
}
