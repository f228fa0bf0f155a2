import { mkdir, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StartupError } from '../../shared/startup-error.ts';
import { messageOf, systemCodeOf } from './message-of.ts';
import { featureVersion } from './mongod-binary.ts';

/** What Marquee makes in its data folder, and so what starting over removes. */
export const DATA_FOLDER_ENTRIES = {
  server: 'server.json',
  lock: 'marquee.lock',
  mongo: 'mongo',
  mongodLog: 'mongod.log',
  previousMongodLog: 'mongod.previous.log',
  tokenKey: 'token-key',
  objects: 'objects',
  counters: 'counters',
} as const;

const serverRecordSchema = z.object({ mongodVersion: z.string(), port: z.int().min(1).max(65_535) });

/** What the data folder remembers of the server that writes it. */
export type ServerRecord = z.infer<typeof serverRecordSchema>;

/** The data was written by a MongoDB of another feature version, or nobody knows by which. */
export class OtherMongodVersionError extends StartupError {
  override readonly name = 'OtherMongodVersionError';
}

/** The data folder cannot be made or written. */
export class DataFolderUnusableError extends StartupError {
  override readonly name = 'DataFolderUnusableError';
}

/**
 * Makes the data folder if need be and returns its real path.
 *
 * @throws DataFolderUnusableError when it cannot be written to
 */
export async function openDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(path.join(dataDir, DATA_FOLDER_ENTRIES.mongo), { recursive: true });
    const folder = await realpath(dataDir);
    const probe = path.join(folder, `.probe-${process.pid}`);
    const handle = await open(probe, 'w');
    try {
      await handle.writeFile('x'.repeat(4096));
    } finally {
      await handle.close();
      await rm(probe, { force: true });
    }
    return folder;
  } catch (error) {
    throw new DataFolderUnusableError(unusableSentence(dataDir, error), { cause: error });
  }
}

/** The sentence for a full disk. */
export function diskFullSentence(dataDir: string): string {
  return `The disk that holds the data folder ${dataDir} is full. Free some space, or set DATA_DIR to a folder on another disk.`;
}

/**
 * What the data folder remembers, or undefined for a new one.
 *
 * @throws OtherMongodVersionError when there is data but no record of who wrote it
 */
export async function readServerRecord(folder: string): Promise<ServerRecord | undefined> {
  const file = path.join(folder, DATA_FOLDER_ENTRIES.server);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    const parsed = serverRecordSchema.safeParse(jsonOrUndefined(text));
    if (parsed.success) return parsed.data;
  }
  const mongo = await readdir(path.join(folder, DATA_FOLDER_ENTRIES.mongo)).catch((): string[] => []);
  if (!mongo.includes('WiredTiger')) return undefined;
  throw new OtherMongodVersionError(
    `The data folder ${folder} holds a database, but ${DATA_FOLDER_ENTRIES.server}, which tells the MongoDB version ` +
      `that wrote it, is missing or damaged. ${OTHER_VERSION_REMEDY}`,
  );
}

/** Remembers; the file is replaced as a whole. */
export async function writeServerRecord(folder: string, record: ServerRecord): Promise<void> {
  const file = path.join(folder, DATA_FOLDER_ENTRIES.server);
  await writeFile(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

const OTHER_VERSION_REMEDY =
  'Start over with an empty database by `npm run reset`, or set DATA_DIR to another folder.';

/**
 * @throws OtherMongodVersionError when the data was written by another feature version (major.minor) than `version`:
 *   mongod would refuse to start, or convert the data so that there is no way back
 */
export function refuseOtherVersion(folder: string, record: ServerRecord | undefined, version: string): void {
  if (record === undefined) return;
  const [written, found] = [featureVersion(record.mongodVersion), featureVersion(version)];
  if (written === found) return;
  throw new OtherMongodVersionError(
    `The data folder ${folder} was written by MongoDB ${written}, but the mongod found on this machine is ${found}. ` +
      `To keep the data, make mongod ${written} the first on the PATH. ${OTHER_VERSION_REMEDY}`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its file system is read-only',
  ENOTDIR: 'a part of that path is a file and not a folder',
  EEXIST: 'a part of that path is a file and not a folder',
};

function unusableSentence(dataDir: string, error: unknown): string {
  const code = systemCodeOf(error) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFullSentence(dataDir);
  const reason = REASONS[code] ?? messageOf(error);
  return `The data folder ${dataDir} cannot be used: ${reason}. Set DATA_DIR to a folder that Marquee can write to.`;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
