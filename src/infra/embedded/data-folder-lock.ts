import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StartupError } from '../../shared/startup-error.ts';
import { DATA_FOLDER_ENTRIES } from './data-folder.ts';
import { endProcess, isMongodOn, processIdentity } from './process-identity.ts';
import type { Logger } from '../../shared/logger.ts';

/** Somebody else lives on the data folder. */
export class DataFolderInUseError extends StartupError {
  override readonly name = 'DataFolderInUseError';
}

/** One holder of a data folder. */
export interface DataFolderLock {
  release(): Promise<void>;
}

const ownerSchema = z.object({ pid: z.int().positive(), identity: z.string(), nonce: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const ORPHAN_GRACE_MS = 15_000;

/**
 * Takes the data folder for this process. A lock whose owner is dead is taken over.
 *
 * @param folder real path of an existing data folder
 * @throws DataFolderInUseError while another one holds it, this process included
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  const file = path.join(folder, DATA_FOLDER_ENTRIES.lock);
  const nonce = randomUUID();
  const mine = JSON.stringify({
    pid: process.pid,
    identity: (await processIdentity(process.pid)) ?? '',
    nonce,
  } satisfies Owner);
  const draft = `${file}.${nonce}`;
  await writeFile(draft, mine);
  try {
    for (;;) {
      // A link appears at once and with its content, and is refused when the name is taken.
      const taken = await link(draft, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (taken) break;
      await clearDeadOwner(file, folder, nonce);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
    },
  };
}

/**
 * Ends a mongod that a dead Marquee left on the data folder, or waits until it has ended by itself. Only for the
 * holder of the lock. A process is touched only when its command line shows that it is a mongod on this folder.
 */
export async function endOrphanMongod(folder: string, log: Logger): Promise<void> {
  const dbPath = path.join(folder, DATA_FOLDER_ENTRIES.mongo);
  // mongod writes its pid there, and empties the file when it ends in good order.
  const text = await readFile(path.join(dbPath, 'mongod.lock'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !(await isMongodOn(pid, dbPath))) return;
  log.warn({ pid }, 'Ending the MongoDB server that a Marquee which was killed left on this data folder');
  await endProcess(pid, ORPHAN_GRACE_MS);
}

async function clearDeadOwner(file: string, folder: string, nonce: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const owner = parseOwner(text);
  if (owner !== undefined && (await processIdentity(owner.pid)) === owner.identity) {
    throw new DataFolderInUseError(
      `The data folder ${folder} is in use by another Marquee (pid ${owner.pid}). ` +
        'Stop that one, or set DATA_DIR to another folder.',
    );
  }
  const aside = `${file}.dead-${nonce}`;
  await rename(file, aside).catch(() => undefined);
  // Two may clear at once; the slower one must give back the lock that the faster one has taken meanwhile.
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== text) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function parseOwner(text: string): Owner | undefined {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
