import { createHash, randomUUID } from 'node:crypto';
import {
  access,
  constants,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import type { StoredObject } from '../../shared/object-store.ts';
import type { Receipt, ServedObject, ServedObjects } from '../../shared/served-objects.ts';
import { checkKey } from './object-arguments.ts';
import { labelBytes, readLabel, writeLabel } from './object-label.ts';

/** Bytes of the disk that uploads leave free: a database may lie there too, and dies of a full disk. */
const reserveBytes = 256_000_000;

/** Milliseconds after which a draft that nobody wrote to belongs to a process that died. */
const draftLifeMs = 3_600_000;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT';
const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(codeOf(error)));
/** What file systems without hard links say of one. */
const isLinkless = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(String(codeOf(error)));

const absent = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });

export interface ObjectFolderOptions {
  /** Made when something is to be kept. */
  readonly root: string;
  /** Makes the file of a draft. A seam for faults. */
  readonly openDraft?: (file: string) => Promise<FileHandle>;
  /** Bytes that may be written yet to the disk of a folder. A seam for faults. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** Files of objects in a folder. Several processes may share it. */
export interface ObjectFolder extends ServedObjects {
  remove(key: string): Promise<void>;
  /** Removes what uploads of processes that died left there. Rejects when the folder could not be made or written. */
  prepare(): Promise<void>;
}

const readWholeLabel = async (handle: FileHandle, key: string) => {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(labelBytes);
  const { bytesRead } = await handle.read(bytes, 0, labelBytes, Math.max(0, size - labelBytes));
  const label = bytesRead === labelBytes ? readLabel(bytes) : undefined;
  if (label?.key !== key || label.sizeBytes !== size - labelBytes) {
    throw new Error(`expected a whole file with the label of ${key}, but something changed it`);
  }
  return label;
};

/** Some systems cannot flush a folder, and need not. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** @returns whether it is there now; `false`: another was before it. */
const putInPlace = async (draft: string, file: string): Promise<boolean> => {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    // Unlike a renaming, this replaces nothing.
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!isLinkless(error)) throw error;
    if (await absent(stat(file))) return false;
    await rename(draft, file);
  }
  await flushFolder(path.dirname(file));
  return true;
};

const fill = async (
  handle: FileHandle,
  { sizeBytes }: StoredObject,
  bytes: AsyncIterator<Uint8Array>,
): Promise<Exclude<Receipt, 'kept' | 'is-there' | 'no-room'> | 'filled'> => {
  let written = 0;
  for (;;) {
    const next = await bytes.next().catch(() => undefined);
    if (!next) return 'broken-off';
    if (next.done === true) return written === sizeBytes ? 'filled' : 'too-small';
    written += next.value.byteLength;
    if (written > sizeBytes) return 'too-large';
    await handle.writeFile(next.value);
  }
};

/** Asks the folder, or the first one above it that is there. */
const checkWritable = async (folder: string): Promise<void> => {
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    if (!isAbsent(error) || path.dirname(folder) === folder) throw error;
    await checkWritable(path.dirname(folder));
  }
};

const bytesLeft = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

export const createObjectFolder = ({
  root,
  openDraft = (file) => open(file, 'wx', 0o600),
  freeBytes = bytesLeft,
}: ObjectFolderOptions): ObjectFolder => {
  const drafts = path.join(root, 'drafts');
  /** Bytes that uploads under way were promised room for. */
  let promisedBytes = 0;

  /** By a digest: no key leads out of the folder, is a folder of another, or differs from one by capitals alone. */
  const fileOf = (key: string): string => {
    checkKey(key);
    const digest = createHash('sha256').update(key).digest('hex');
    return path.join(root, digest.slice(0, 2), digest.slice(2));
  };

  const hasRoomFor = async (sizeBytes: number): Promise<boolean> =>
    (await freeBytes(drafts)) - promisedBytes - sizeBytes >= reserveBytes;

  const receive: ObjectFolder['receive'] = async (key, declared, bytes) => {
    const file = fileOf(key);
    if (await absent(stat(file))) return 'is-there';
    await mkdir(drafts, { recursive: true });
    if (!(await hasRoomFor(declared.sizeBytes))) return 'no-room';
    const id = randomUUID();
    const draft = path.join(drafts, id);
    promisedBytes += declared.sizeBytes;
    try {
      const handle = await openDraft(draft);
      try {
        const filled = await fill(handle, declared, bytes);
        if (filled !== 'filled') return filled;
        const { contentType, sizeBytes } = declared;
        await handle.writeFile(writeLabel({ key, contentType, sizeBytes, id }));
        await handle.sync();
      } finally {
        await handle.close();
      }
      return (await putInPlace(draft, file)) ? 'kept' : 'is-there';
    } finally {
      promisedBytes -= declared.sizeBytes;
      await rm(draft, { force: true });
    }
  };

  return {
    receive: async (key, declared, bytes) => {
      try {
        return await receive(key, declared, bytes);
      } catch (error) {
        if (isDiskFull(error)) return 'no-room';
        throw error;
      }
    },
    open: async (key): Promise<ServedObject | undefined> => {
      const handle = await absent(open(fileOf(key)));
      if (!handle) return undefined;
      try {
        const { contentType, sizeBytes, id } = await readWholeLabel(handle, key);
        let isRead = false;
        return {
          contentType,
          sizeBytes,
          entityTag: `"${id}"`,
          read(first, last) {
            isRead = true;
            return handle.createReadStream({ start: first, end: last });
          },
          async [Symbol.asyncDispose]() {
            if (!isRead) await handle.close();
          },
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    remove: (key) => rm(fileOf(key), { force: true }),
    prepare: async () => {
      await checkWritable(root);
      for (const name of (await absent(readdir(drafts))) ?? []) {
        const draft = path.join(drafts, name);
        const found = await absent(stat(draft));
        if (found && found.mtimeMs < Date.now() - draftLifeMs) await rm(draft, { force: true });
      }
    },
  };
};
