import { Buffer } from 'node:buffer';
import type { ObjectStore } from '../../src/shared/object-store.ts';

/** A store of files that forgets. Its addresses are looked at, not called. */
export interface MemoryObjectStore extends ObjectStore {
  /** What a client does with an upload address. */
  send(url: string, bytes: Uint8Array, contentType: string): void;
  keys(): readonly string[];
  /** The next calls fail, until told otherwise. */
  isDown: boolean;
}

const scheme = 'memory://files/';

/** The key that an address is about. */
const keyIn = (url: string): string => url.slice(scheme.length).split('?', 1)[0] ?? '';

export const createMemoryObjectStore = (): MemoryObjectStore => {
  const objects = new Map<string, { readonly bytes: Buffer; readonly contentType: string }>();
  let signed = 0;
  const sign = (key: string, lifeSeconds: number) => {
    signed += 1;
    return {
      url: `${scheme}${key}?signature=${signed}`,
      expiresAt: new Date(Date.now() + lifeSeconds * 1_000),
    };
  };
  const answer = async <T>(value: () => T): Promise<T> => {
    if (store.isDown) throw new Error('connect ECONNREFUSED');
    return value();
  };
  const store: MemoryObjectStore = {
    isDown: false,
    send: (url, bytes, contentType) =>
      void objects.set(keyIn(url), { bytes: Buffer.from(bytes), contentType }),
    keys: () => [...objects.keys()],
    uploadAddress: (key, { contentType, lifeSeconds }) =>
      answer(() => ({
        ...sign(key, lifeSeconds),
        method: 'PUT',
        headers: { 'content-type': contentType },
      })),
    downloadAddress: (key, { lifeSeconds }) => answer(() => sign(key, lifeSeconds)),
    find: (key) =>
      answer(() => {
        const found = objects.get(key);
        return found && { sizeBytes: found.bytes.length, contentType: found.contentType };
      }),
    readStart: (key, byteCount) => answer(() => objects.get(key)?.bytes.subarray(0, byteCount)),
    remove: (keys) =>
      answer(() => {
        for (const key of keys) objects.delete(key);
      }),
    close: async () => undefined,
  };
  return store;
};
