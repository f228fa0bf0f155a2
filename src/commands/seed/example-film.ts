import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../config/environment.ts';
import { DATA_FOLDER_ENTRIES } from '../../infra/embedded/index.ts';
import { createObjectFolder } from '../../infra/object-store/object-folder.ts';
import { createS3Store } from '../../infra/object-store/s3-store.ts';
import type { Logger } from '../../shared/logger.ts';
import { StartupError } from '../../shared/startup-error.ts';

/** Where the server keeps files. */
export type FileStoreOptions = Pick<Environment, 'dataDir'> & Partial<Pick<Environment, 's3'>>;

/** A film that every video plays which was made up. */
export interface ExampleFilm {
  /** In the store of files. */
  readonly key: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

const file = fileURLToPath(new URL('example-film.mp4', import.meta.url));
const contentType = 'video/mp4';

const uploadLifeSeconds = 600;
const isThere = 412;

/** @returns why it is not there; `undefined`: it is. */
const sendToBucket = async (
  s3: NonNullable<Environment['s3']>,
  film: ExampleFilm,
  bytes: Buffer<ArrayBuffer>,
  log: Logger,
): Promise<string | undefined> => {
  // This process sends it, not a client.
  const store = createS3Store({ ...s3, publicEndpoint: undefined, log });
  try {
    if (await store.find(film.key)) return undefined;
    const { url, method, headers } = await store.uploadAddress(film.key, {
      ...film,
      lifeSeconds: uploadLifeSeconds,
    });
    const { ok, status } = await fetch(url, { method, headers, body: bytes });
    return ok || status === isThere ? undefined : `the bucket answered ${status}`;
  } finally {
    await store.close();
  }
};

const putInFolder = async (
  dataDir: string,
  film: ExampleFilm,
  bytes: Buffer,
): Promise<string | undefined> => {
  const folder = createObjectFolder({ root: path.join(dataDir, DATA_FOLDER_ENTRIES.objects) });
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    yield bytes;
  }
  const receipt = await folder.receive(film.key, film, chunks());
  return receipt === 'kept' || receipt === 'is-there' ? undefined : `the disk said ${receipt}`;
};

/**
 * Keeps the bundled example where the server keeps uploaded files, once.
 * @throws StartupError when it cannot be kept
 */
export const keepExampleFilm = async (
  { dataDir, s3 }: FileStoreOptions,
  log: Logger,
): Promise<ExampleFilm> => {
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const film: ExampleFilm = { key: `examples/${digest}.mp4`, contentType, sizeBytes: bytes.byteLength };
  const fault = await (s3 ? sendToBucket(s3, film, bytes, log) : putInFolder(dataDir, film, bytes)).catch(
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (fault === undefined) return film;
  throw new StartupError(`The film that the videos play cannot be kept where uploaded files are: ${fault}.`);
};
