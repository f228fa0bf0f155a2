import type { Position } from './log/invalidation-log.ts';
import type { Tag } from './tags.ts';

/**
 * Who may be given an answer. It follows from what its computation touched: an untouched viewer makes it
 * everyone's, a viewer who was looked for and not found the anonymous one's, any other that viewer's alone.
 */
export type Audience = 'everyone' | 'anonymous' | { readonly viewerId: string };

/** A stored answer, or a stored entity: the engine does not know which. */
export interface Entry {
  readonly body: Uint8Array;
  readonly tags: readonly Tag[];
  /** The position applied before the first read of its computation. */
  readonly asOf: Position;
  /** Milliseconds since 1970 at which the computation began; the life of the entry counts from here. */
  readonly computedAtMs: number;
  /** How long it may be served, from `computedAtMs`, jitter and caps included. */
  readonly ttlMs: number;
  /** How long computing it took: the engine refreshes dear entries earlier. */
  readonly costMs: number;
  readonly audience: Audience;
  /** What the host wants back with the body, such as types and operation name: small, JSON. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/**
 * Where entries are kept. A store never judges an entry: whether it is current is for a proof to say. Every
 * implementation passes `test/contract/entry-store`.
 */
export interface EntryStore {
  /** One answer a key, in order; `undefined` for what is not there or could not be read. */
  get(keys: readonly string[]): Promise<readonly (Entry | undefined)[]>;
  /**
   * Keeps the entry until `computedAtMs + ttlMs` and a grace that the store was told of. Replaces another one
   * unless that one's `asOf` is newer, or as new and computed later.
   */
  set(key: string, entry: Entry): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}
