import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Older than any download still under way, however slow the line. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
const PARTIAL = '.partial-';

/**
 * Returns the path of an executable in the folder of downloads, getting it first when it is not there whole.
 *
 * It is made in a temporary folder beside its place and renamed into it, so an interruption leaves nothing half,
 * and of two processes that do the same at once one wins and the other uses the winner's. Temporary folders that
 * somebody abandoned are removed after a day.
 *
 * @param name the folder it is kept in; it must change whenever what is fetched changes
 * @param executable its file name in that folder
 * @param bytes its exact size, when known: a file of another size is fetched again
 * @param fetchInto gets and verifies it, in the temporary folder it is given, and returns its path there
 */
export async function keptDownload(options: {
  downloadDir: string;
  name: string;
  executable: string;
  bytes?: number;
  fetchInto: (folder: string) => Promise<string>;
}): Promise<string> {
  const { downloadDir, name, executable, bytes } = options;
  const place = path.join(downloadDir, name);
  const kept = path.join(place, executable);
  if (await isWhole(kept, bytes)) return kept;

  await mkdir(downloadDir, { recursive: true });
  await removeAbandoned(downloadDir, name);
  const workshop = await mkdtemp(path.join(downloadDir, `${name}${PARTIAL}`));
  try {
    const made = await options.fetchInto(workshop);
    await chmod(made, 0o755);
    await flushToDisk(made);
    // A folder of its own, so that what else was unpacked does not come along.
    const parcel = path.join(workshop, 'parcel');
    await mkdir(parcel);
    await rename(made, path.join(parcel, executable));
    if (!(await isWhole(path.join(parcel, executable), bytes))) {
      throw new Error(`what was unpacked is not the ${executable} of ${bytes} bytes that was expected`);
    }
    await putInPlace(parcel, place, () => isWhole(kept, bytes));
    return kept;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The SHA-256 digest of a file, in hexadecimal. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * @throws Error naming both digests when the file is not the one that was pinned
 */
export async function verifySha256(file: string, expected: string): Promise<void> {
  const actual = await sha256OfFile(file);
  if (actual !== expected) {
    throw new Error(
      `the download ${path.basename(file)} is not the expected file and was thrown away ` +
        `(SHA-256 expected ${expected}, got ${actual})`,
    );
  }
}

async function putInPlace(parcel: string, place: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      await rename(parcel, place);
      return;
    } catch (error) {
      if (await isThere()) return;
      if (triesLeft === 0) throw error;
      // Something that is not whole is in the way; it moves aside at once, so nobody sees it half removed.
      const aside = `${place}${PARTIAL}aside-${process.pid}`;
      await rename(place, aside).catch(() => undefined);
      await rm(aside, { recursive: true, force: true });
    }
  }
}

async function isWhole(file: string, bytes: number | undefined): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && found.isFile() && (bytes === undefined || found.size === bytes);
}

async function removeAbandoned(downloadDir: string, name: string): Promise<void> {
  for (const entry of await readdir(downloadDir)) {
    if (!entry.startsWith(`${name}${PARTIAL}`)) continue;
    const leftover = path.join(downloadDir, entry);
    const found = await stat(leftover).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(leftover, { recursive: true, force: true });
    }
  }
}

async function flushToDisk(file: string): Promise<void> {
  // Without it a power cut after the rename could leave a file of the right name and no content.
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
