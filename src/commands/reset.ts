import { readdir, realpath, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '../config/environment.ts';
import {
  DATA_FOLDER_ENTRIES,
  endOrphanMongod,
  lockDataFolder,
  openDataFolder,
} from '../infra/embedded/index.ts';
import type { Logger } from '../shared/logger.ts';
import { StartupError } from '../shared/startup-error.ts';
import { runCommand } from './run-command.ts';

/** The folder that is to be emptied does not look like a data folder of Marquee. */
export class NotOurDataFolderError extends StartupError {
  override readonly name = 'NotOurDataFolderError';
}

/**
 * Starts over: removes what Marquee made in its data folder, and the folder when nothing else is in it. Logs one
 * sentence on what it removed.
 *
 * @param dataDir absolute path; one that does not exist is fine
 * @throws DataFolderInUseError while a Marquee runs on it; a mongod whose Marquee died is ended first
 * @throws NotOurDataFolderError when it holds other things and no sign of Marquee
 */
export async function resetDataDir({ dataDir, log }: { dataDir: string; log: Logger }): Promise<void> {
  const found = await readdir(dataDir).catch((): string[] => []);
  if (found.length === 0) {
    log.info({}, `There is nothing to remove: the data folder ${dataDir} is empty or does not exist.`);
    return;
  }
  if (!looksLikeOurs(found)) {
    throw new NotOurDataFolderError(
      `${dataDir} does not look like a data folder of Marquee, so nothing was removed. ` +
        'Set DATA_DIR to the one you mean, or delete this folder yourself.',
    );
  }
  const folder = await openDataFolder(await realpath(dataDir));
  const lock = await lockDataFolder(folder);
  const removed: string[] = [];
  try {
    await endOrphanMongod(folder, log);
    for (const entry of await readdir(folder)) {
      if (!isOurs(entry) || entry === DATA_FOLDER_ENTRIES.lock) continue;
      await rm(path.join(folder, entry), { recursive: true, force: true });
      removed.push(entry);
    }
  } finally {
    await lock.release();
  }
  const kept = await readdir(folder);
  if (kept.length === 0) await rmdir(folder);
  log.info(
    {},
    `Removed ${removed.join(', ')} from ${folder}. The next start begins with an empty database.` +
      (kept.length === 0 ? '' : ` Kept, since Marquee did not make it: ${kept.join(', ')}.`),
  );
}

const OURS: ReadonlySet<string> = new Set(Object.values(DATA_FOLDER_ENTRIES));

function isOurs(entry: string): boolean {
  // A lock's and a record's drafts, left by a process that was killed while it wrote them.
  return OURS.has(entry) || /^(marquee\.lock\..+|server\.json\.new|\.probe-\d+)$/.test(entry);
}

function looksLikeOurs(entries: readonly string[]): boolean {
  return (
    entries.includes(DATA_FOLDER_ENTRIES.server) ||
    entries.includes(DATA_FOLDER_ENTRIES.lock) ||
    entries.every(isOurs)
  );
}

if (import.meta.main) {
  const print = (_fields: object, message: string) => process.stdout.write(`${message}\n`);
  await runCommand(async () => {
    const { dataDir } = readEnvironment();
    await resetDataDir({ dataDir, log: { debug: () => undefined, info: print, warn: print, error: print } });
  });
}
