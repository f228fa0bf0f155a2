import type { Audience, Entry } from './entry.ts';
import type { NotStoredReason } from './events.ts';
import { END_META } from './judgement.ts';
import type { Position } from './log/invalidation-log.ts';
import type { Tag } from './tags.ts';

/** What a computation gave, as its host describes it. */
export interface Computed {
  readonly body: Uint8Array;
  /** Everything that was read, whatever the body shows of it. */
  readonly tags: readonly Tag[];
  readonly audience: Audience;
  /** How long it may be served, in milliseconds; 0 where it may not be kept. */
  readonly maxAgeMs: number;
  /** Milliseconds since 1970 from which time itself makes it another one: never served from then on. */
  readonly expiresAtMs?: number;
  /** Why it may be neither kept nor given to anybody else: errors, something untracked, `@defer`. */
  readonly uncacheable?: string;
  /** What the host wants back with the body: small, JSON. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A computation's result in the form it would be kept in, and whether it may be. */
export interface Answer {
  readonly entry: Entry;
  /** Whether a request that waited may have it, if proof and audience allow. */
  readonly shareable: boolean;
  readonly notStored: { readonly reason: NotStoredReason; readonly detail?: string } | undefined;
}

export interface KeepingRules {
  readonly clock: () => number;
  readonly random: () => number;
  /** A ttl is drawn from this share below what was asked. */
  readonly ttlJitter: number;
  readonly maxEntryBytes: number;
}

/** @param began what was known before the first read, and when that was */
export const toAnswer = (
  computed: Computed,
  began: { readonly asOf: Position; readonly computedAtMs: number },
  { clock, random, ttlJitter, maxEntryBytes }: KeepingRules,
): Answer => {
  const { body, tags, audience, maxAgeMs, expiresAtMs, uncacheable, meta } = computed;
  const jitteredMs = maxAgeMs * (1 - ttlJitter * random());
  // Shorter only: what a schema says is the longest that an answer may live.
  const ttlMs = Math.max(0, Math.min(jitteredMs, (expiresAtMs ?? Infinity) - began.computedAtMs));
  const entry: Entry = {
    body,
    tags,
    asOf: began.asOf,
    computedAtMs: began.computedAtMs,
    ttlMs,
    costMs: Math.max(0, clock() - began.computedAtMs),
    audience,
    meta: expiresAtMs === undefined ? meta : { ...meta, [END_META]: expiresAtMs },
  };
  if (uncacheable !== undefined)
    return { entry, shareable: false, notStored: { reason: 'uncacheable', detail: uncacheable } };
  if (!(maxAgeMs > 0)) return { entry, shareable: false, notStored: { reason: 'no-max-age' } };
  if (!(ttlMs > 0)) return { entry, shareable: false, notStored: { reason: 'past-its-end' } };
  if (body.byteLength > maxEntryBytes)
    return { entry, shareable: true, notStored: { reason: 'too-large', detail: `${body.byteLength} bytes` } };
  return { entry, shareable: true, notStored: undefined };
};
