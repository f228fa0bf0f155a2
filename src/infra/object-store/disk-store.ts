import type { Logger } from '../../shared/logger.ts';
import type { ObjectStore } from '../../shared/object-store.ts';
import { checkByteCount, checkKey, checkLife, checkUpload } from './object-arguments.ts';
import type { ObjectFolder } from './object-folder.ts';
import type { SignedAddresses } from './signed-addresses.ts';
import { createStoreGuard } from './store-guard.ts';

export interface DiskStoreOptions {
  readonly folder: ObjectFolder;
  readonly addresses: Pick<SignedAddresses, 'sign'>;
  /** What addresses begin with: where clients reach this server, without a slash at its end. */
  readonly baseUrl: () => string;
  readonly now?: () => number;
  readonly log: Logger;
}

/** Keeps objects in a folder; their addresses lead to this server itself. */
export const createDiskStore = ({
  folder,
  addresses,
  baseUrl,
  now = Date.now,
  log,
}: DiskStoreOptions): ObjectStore => {
  const guarded = createStoreGuard(log);
  /** Seconds since 1970, never earlier than asked for. */
  const endAfter = (lifeSeconds: number): number => Math.ceil(now() / 1_000) + lifeSeconds;
  return {
    uploadAddress: async (key, { contentType, sizeBytes, lifeSeconds }) => {
      checkKey(key);
      checkUpload({ contentType, sizeBytes });
      checkLife(lifeSeconds);
      const ends = endAfter(lifeSeconds);
      const path = addresses.sign({ method: 'PUT', key, declared: { contentType, sizeBytes }, ends });
      return {
        method: 'PUT',
        url: `${baseUrl()}${path}`,
        headers: { 'content-type': contentType },
        expiresAt: new Date(ends * 1_000),
      };
    },
    downloadAddress: async (key, { lifeSeconds }) => {
      checkKey(key);
      checkLife(lifeSeconds);
      const ends = endAfter(lifeSeconds);
      const path = addresses.sign({ method: 'GET', key, declared: undefined, ends });
      return { url: `${baseUrl()}${path}`, expiresAt: new Date(ends * 1_000) };
    },
    find: async (key) => {
      checkKey(key);
      return guarded(async () => {
        await using found = await folder.open(key);
        return found && { sizeBytes: found.sizeBytes, contentType: found.contentType };
      });
    },
    readStart: async (key, byteCount) => {
      checkKey(key);
      checkByteCount(byteCount);
      return guarded(async () => {
        await using found = await folder.open(key);
        if (!found) return undefined;
        if (found.sizeBytes === 0) return Buffer.alloc(0);
        const last = Math.min(byteCount, found.sizeBytes) - 1;
        return Buffer.concat(await found.read(0, last).toArray());
      });
    },
    remove: async (keys) => {
      keys.forEach(checkKey);
      await guarded(async () => {
        for (const key of keys) await folder.remove(key);
      });
    },
    close: async () => undefined,
  };
};
