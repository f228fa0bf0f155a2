/** An address that lets whoever has it do one thing with one object, for a while. */
export interface SignedAddress {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Where and how a client sends the bytes of one object. */
export interface UploadAddress extends SignedAddress {
  readonly method: 'PUT';
  /** To be sent along as they are. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What is known of an object without reading it. */
export interface StoredObject {
  readonly sizeBytes: number;
  readonly contentType: string;
}

/** The longest that an address may be good for: what S3 allows. */
export const maxAddressLifeSeconds = 604_800;

/**
 * Keeps files: on the server's own disk, or in a store that speaks S3. Clients send and get the bytes by signed
 * addresses; they do not pass through GraphQL.
 *
 * Keys are paths of letters, digits, `-`, `_`, `.` and `/`, of at most 512 characters; no part of one begins with a dot.
 * What is promised of an upload (type and size) is enforced as far as the store can; whoever finishes one looks again
 * with {@link ObjectStore.find}. What was uploaded whole is not replaced by a second upload, where the store knows
 * `If-None-Match`.
 *
 * Every method rejects with a `FaultError` of code `UNAVAILABLE` when the store does not answer or cannot be used, which is
 * in the log then, and with a `RangeError` for a key, type, size or life that is none.
 */
export interface ObjectStore {
  uploadAddress(key: string, upload: StoredObject & { readonly lifeSeconds: number }): Promise<UploadAddress>;
  /** Answers range requests. It need not be an object that is there. */
  downloadAddress(key: string, download: { readonly lifeSeconds: number }): Promise<SignedAddress>;
  /** @returns `undefined` when there is no such object. */
  find(key: string): Promise<StoredObject | undefined>;
  /** The first bytes, at most `byteCount`; `undefined` when there is no such object. */
  readStart(key: string, byteCount: number): Promise<Buffer | undefined>;
  /** Removes what is there of them; the others are no fault. */
  remove(keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
