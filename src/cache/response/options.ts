import type { EntryStore } from '../entry.ts';
import type { EpochAuthority } from '../epoch.ts';
import type { CacheEvents } from '../events.ts';
import type { Prover } from '../log/prover.ts';
import type { Logger } from '../../shared/logger.ts';
import type { LeaseKeeper } from '../stores/leases.ts';
import type { MemoryStore } from '../stores/memory-store.ts';

export interface ResponseCacheTuning {
  /** A larger body is not stored. Default 1,000,000. */
  readonly maxEntryBytes: number;
  /** How long an expired answer may be served while it is refreshed: this or its ttl, the smaller. Default 60,000. */
  readonly graceMs: number;
  /** A ttl is drawn from this share below what was asked, so that not all end at once. Default 0.1. */
  readonly ttlJitter: number;
  /** β of the early refresh, see `judge`. Default 1. */
  readonly earlyRefresh: number;
  /** The longest a lease outlives an instance that died with it, in milliseconds. Default 5,000. */
  readonly leaseMs: number;
  /** How long an instance waits for another one's computation before its own, in milliseconds, where a request does not say. Default 1,000. */
  readonly leaseWaitMs: number;
  /** Nobody begins to wait for a computation that has run longer, lest one that hangs holds up all. Default 10,000. */
  readonly joinWithinMs: number;
  /** How long it is remembered that a question's answers can't be shared, in milliseconds. Default 5,000. */
  readonly rememberSharingMs: number;
}

export interface ResponseCacheParts {
  /** With `proveNow` the cache has `lookupNow`. */
  readonly prover: Prover;
  readonly authority: EpochAuthority;
  /** Its grace is not below `graceMs`. */
  readonly memory: MemoryStore;
  /** What the instances share. */
  readonly remote?: { readonly store: EntryStore; readonly leases: LeaseKeeper };
  readonly events: CacheEvents;
  readonly logger: Logger;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  /** From 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
  /** Resolves after some milliseconds. Default a timer. */
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly tuning?: Partial<ResponseCacheTuning>;
}

const DEFAULTS: ResponseCacheTuning = {
  maxEntryBytes: 1_000_000,
  graceMs: 60_000,
  ttlJitter: 0.1,
  earlyRefresh: 1,
  leaseMs: 5_000,
  leaseWaitMs: 1_000,
  joinWithinMs: 10_000,
  rememberSharingMs: 5_000,
};

/** @throws RangeError that lists every option out of range. */
export const withDefaults = (given: Partial<ResponseCacheTuning> = {}): ResponseCacheTuning => {
  const tuning = { ...DEFAULTS, ...given };
  const faults = Object.entries(tuning)
    .filter(([, value]) => !Number.isFinite(value) || value < 0)
    .map(([name, value]) => `${name}: expected a number from 0 up but got ${value}`);
  if (tuning.ttlJitter >= 1) faults.push(`ttlJitter: expected less than 1 but got ${tuning.ttlJitter}`);
  if (faults.length > 0) throw new RangeError(faults.join('; '));
  return tuning;
};
