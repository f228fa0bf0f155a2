import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../shared/logger.ts';
import type { TokenKey } from '../shared/token-key.ts';
import { DATA_FOLDER_ENTRIES } from './embedded/index.ts';

const secretBytes = 32;

const readSecret = async (file: string): Promise<Buffer | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const secret = Buffer.from(text.trim(), 'base64url');
  return secret.byteLength === secretBytes ? secret : undefined;
};

/**
 * The key that signs tokens where nobody gave one: made at random once, and kept in the data folder, so that people stay
 * signed in over a restart. For development: several processes on several machines would each have their own.
 */
export const keptTokenKeys = async (dataDir: string, log: Logger): Promise<readonly TokenKey[]> => {
  const file = path.join(dataDir, DATA_FOLDER_ENTRIES.tokenKey);
  await mkdir(dataDir, { recursive: true });
  const fresh = randomBytes(secretBytes).toString('base64url');
  // Of two that start at once one makes it, and both read what is there then.
  const made = await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  const secret = await readSecret(file);
  if (!secret) {
    log.warn({ file }, 'The key that signs tokens cannot be kept: everybody is signed out by a restart.');
    return [{ id: 'unkept', secret: Buffer.from(fresh, 'base64url') }];
  }
  if (made)
    log.warn({ file }, 'There are no JWT_KEYS: tokens are signed by a random key of this data folder.');
  return [{ id: 'kept', secret }];
};
