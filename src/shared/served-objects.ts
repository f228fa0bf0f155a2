import type { Readable } from 'node:stream';
import type { StoredObject } from './object-store.ts';

/** What came of an upload. Of all but the first nothing is left. */
export type Receipt =
  | 'kept'
  /** It was there before, and stays as it was. */
  | 'is-there'
  | 'too-large'
  | 'too-small'
  /** The sender went away. */
  | 'broken-off'
  /** The disk is full, or would be. */
  | 'no-room';

/** An object that is open for reading. Disposing closes it, unless it is being read: then the stream does. */
export interface ServedObject extends StoredObject, AsyncDisposable {
  /** A strong entity tag, with its quotes: of each upload another one. */
  readonly entityTag: string;
  /** The bytes from the first place to the last one, both counted from 0. To be called once. */
  read(first: number, last: number): Readable;
}

/** Files that this server hands out and takes in itself. Rejects when they cannot be read or written. */
export interface ServedObjects {
  /** Keeps the bytes once all of them are there. */
  receive(key: string, declared: StoredObject, bytes: AsyncIterator<Uint8Array>): Promise<Receipt>;
  /** @returns `undefined` when there is no such object. */
  open(key: string): Promise<ServedObject | undefined>;
}

/** What an address allows, or why it does not. */
export type Admission =
  | {
      readonly ok: true;
      readonly key: string;
      /** Of an upload: what may be sent. */
      readonly declared: StoredObject | undefined;
      readonly expiresAt: Date;
    }
  | { readonly ok: false; readonly reason: 'over' | 'wrong' };

/**
 * Looks at a signed address.
 * @param url of the request: path and query.
 */
export type Admit = (method: 'GET' | 'PUT', url: string) => Admission;

/** What the path of every signed address of ours begins with. */
export const objectsPath = '/objects/';
