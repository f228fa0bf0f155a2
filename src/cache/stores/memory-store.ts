import type { Entry, EntryStore } from '../entry.ts';
import type { CacheEvents } from '../events.ts';
import { replaces } from './replaces.ts';

export interface MemoryStoreOptions {
  /** What all entries together may take, as {@link entryBytes} counts. */
  readonly maxBytes: number;
  /** How long an entry is kept after its life. Default 60,000. */
  readonly graceMs?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  readonly events?: CacheEvents;
}

export interface MemoryStore extends EntryStore {
  /**
   * What `get` finds for one key, at once. Counts as a use.
   * @param nowMs what the clock says, for those who know.
   */
  peek(key: string, nowMs?: number): Entry | undefined;
  /** What `set` does, at once. */
  put(key: string, entry: Entry): void;
  clear(): void;
  readonly size: number;
  readonly bytes: number;
}

interface Node {
  readonly key: string;
  readonly entry: Entry;
  readonly bytes: number;
  readonly diesAtMs: number;
  newer: Node | undefined;
  older: Node | undefined;
}

/** An entry object, its node, its slot in the map, the headers of its buffer and strings, on 64-bit V8. */
const FIXED_BYTES = 480;
/** A string's header, and its slot in the array of tags. */
const STRING_BYTES = 24;

/** Bytes from which a host keeps a compressed copy beside a body; of JSON a third at most, and two kinds of it. */
const COPIED_FROM = 1024;

/** What an entry takes in memory, tags, meta and bookkeeping included; an estimate, on the high side. */
export const entryBytes = (key: string, entry: Entry): number => {
  let bytes = FIXED_BYTES + entry.body.byteLength + 2 * key.length + 2 * JSON.stringify(entry.meta).length;
  if (entry.body.byteLength >= COPIED_FROM) bytes += entry.body.byteLength / 2;
  for (const tag of entry.tags) bytes += STRING_BYTES + tag.length;
  return bytes;
};

/** A body that is a view of something larger would keep all of that alive, uncounted. */
const withOwnBytes = (entry: Entry): Entry =>
  entry.body.byteLength === entry.body.buffer.byteLength
    ? entry
    : { ...entry, body: new Uint8Array(entry.body) };

/** Entries in this process, bounded by bytes; the least recently used leaves first. Every step is O(1). */
export const createMemoryStore = (options: MemoryStoreOptions): MemoryStore => {
  const { maxBytes, graceMs = 60_000, clock = Date.now, events } = options;
  if (!(maxBytes > 0)) throw new RangeError(`maxBytes: expected more than 0 but got ${maxBytes}`);
  const nodes = new Map<string, Node>();
  let newest: Node | undefined;
  let oldest: Node | undefined;
  let bytes = 0;

  const unlink = (node: Node): void => {
    if (node.newer) node.newer.older = node.older;
    else newest = node.older;
    if (node.older) node.older.newer = node.newer;
    else oldest = node.newer;
    node.newer = undefined;
    node.older = undefined;
  };
  const linkAsNewest = (node: Node): void => {
    node.older = newest;
    if (newest) newest.newer = node;
    newest = node;
    oldest ??= node;
  };
  const drop = (node: Node): void => {
    unlink(node);
    nodes.delete(node.key);
    bytes -= node.bytes;
  };
  const isOver = (): boolean => bytes > maxBytes;
  const makeRoom = (): void => {
    for (let node = oldest; node !== undefined && isOver(); node = oldest) {
      drop(node);
      events?.emit({ type: 'evicted', reason: 'space', bytes: node.bytes });
    }
  };
  const live = (key: string, nowMs: number): Node | undefined => {
    const node = nodes.get(key);
    if (node === undefined || nowMs < node.diesAtMs) return node;
    drop(node);
    events?.emit({ type: 'evicted', reason: 'expired', bytes: node.bytes });
    return undefined;
  };

  const peek = (key: string, nowMs = clock()): Entry | undefined => {
    const node = live(key, nowMs);
    if (node !== undefined && node !== newest) {
      unlink(node);
      linkAsNewest(node);
    }
    return node?.entry;
  };
  const put = (key: string, entry: Entry): void => {
    const nowMs = clock();
    const kept = live(key, nowMs);
    if (kept && !replaces(entry, kept.entry)) return;
    const diesAtMs = entry.computedAtMs + entry.ttlMs + graceMs;
    const size = entryBytes(key, entry);
    if (diesAtMs <= nowMs || size > maxBytes) return;
    if (kept) drop(kept);
    const node: Node = {
      key,
      entry: withOwnBytes(entry),
      bytes: size,
      diesAtMs,
      newer: undefined,
      older: undefined,
    };
    nodes.set(key, node);
    linkAsNewest(node);
    bytes += size;
    makeRoom();
  };

  return {
    peek,
    put,
    async get(keys) {
      return keys.map((key) => peek(key));
    },
    async set(key, entry) {
      put(key, entry);
    },
    async delete(keys) {
      for (const key of keys) {
        const node = nodes.get(key);
        if (node) drop(node);
      }
    },
    clear() {
      nodes.clear();
      newest = undefined;
      oldest = undefined;
      bytes = 0;
    },
    get size() {
      return nodes.size;
    },
    get bytes() {
      return bytes;
    },
  };
};
