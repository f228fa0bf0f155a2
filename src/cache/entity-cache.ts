import { createBackground } from './background.ts';
import type { Entry, EntryStore } from './entry.ts';
import type { EpochAuthority } from './epoch.ts';
import type { BypassReason, CacheEvents, MissReason, Tier } from './events.ts';
import { judge } from './judgement.ts';
import { toAnswer, type Computed } from './keepable.ts';
import type { Proof, Prover } from './log/prover.ts';
import type { ComputationStart } from './response/answers.ts';
import type { MemoryStore } from './stores/memory-store.ts';
import type { Tag } from './tags.ts';
import type { Logger } from '../shared/logger.ts';

/** Names one thing that a loader reads: `{ entity: 'film', id: 'f3a9', attribute: 'document' }`. */
export interface EntityKey {
  readonly entity: string;
  readonly id: string;
  readonly attribute: string;
}

/** An entity is nobody's own: what depends on the viewer is `uncacheable` here. */
export type ComputedEntity = Omit<Computed, 'audience'>;

export interface EntityRead {
  readonly body: Uint8Array;
  /** For the caller to pass on: whatever is made of the entity depends on them too. */
  readonly tags: readonly Tag[];
  readonly meta: Readonly<Record<string, unknown>>;
  /** Where it was kept; absent where it was computed. */
  readonly tier?: Tier;
  /** Milliseconds since 1970 after which nothing made of it may live; its life is not begun anew by a reading. */
  readonly expiresAtMs: number;
  readonly uncacheable?: string;
}

/**
 * Computes what is not kept, one result a key in order, an Error for a key that failed. `start` is `undefined`
 * while the cache stands aside.
 */
export type ComputeMissing = (
  missing: readonly EntityKey[],
  start: ComputationStart | undefined,
) => Promise<readonly (ComputedEntity | Error)[]>;

export interface EntityCache {
  /**
   * One result a key, in order: one look-up here, one at the other tier for what is left, one call of
   * `computeMissing` for the rest. An operation that wrote does not ask: it would not be sure to see its own writes.
   *
   * @param proof the operation's own (`ComputationStart.proof`); where absent one is taken, which costs a round trip
   * @throws what `computeMissing` throws; Error where it gave another number of results
   */
  getMany(
    keys: readonly EntityKey[],
    computeMissing: ComputeMissing,
    proof?: Proof,
  ): Promise<readonly (EntityRead | Error)[]>;
  /** Resolves when stores under way have ended. */
  idle(): Promise<void>;
}

export interface EntityCacheParts {
  readonly prover: Prover;
  readonly authority: EpochAuthority;
  readonly memory: MemoryStore;
  readonly remote?: EntryStore;
  readonly events: CacheEvents;
  readonly logger: Logger;
  /** Changes whenever the form of a body does; part of each key. */
  readonly version: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  /** From 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
  /** A larger body is not stored. Default 1,000,000. */
  readonly maxEntryBytes?: number;
  /** A ttl is drawn from this share below what was asked. Default 0.1. */
  readonly ttlJitter?: number;
}

/** One key of a batch, until it has its result. */
interface Slot {
  readonly key: EntityKey;
  readonly name: string;
  read: EntityRead | Error | undefined;
  missed: MissReason;
}

const RESERVED = new Set(['answer', 'lease']);
const escape = (part: string): string => part.replace(/[%:]/g, (c) => (c === '%' ? '%25' : '%3a'));

const subject = 'entity';

/** Entities below the loaders of each operation, on the same log and stores as the answers. */
export const createEntityCache = (parts: EntityCacheParts): EntityCache => {
  const { prover, authority, memory, remote, events, logger, version } = parts;
  const { clock = Date.now, random = Math.random, maxEntryBytes = 1_000_000, ttlJitter = 0.1 } = parts;
  // What has ended is read again: a loader's batch waits for its slowest key anyhow.
  const rules = { graceMs: 0, earlyRefresh: 0, random };
  const keeping = { clock, random, maxEntryBytes, ttlJitter };
  const background = createBackground(logger);
  const isLive = (nonce: string): boolean => authority.live()?.nonce === nonce;

  const slotsFor = (keys: readonly EntityKey[], nonce: string): readonly Slot[] => {
    let previous: EntityKey | undefined;
    let head = '';
    let tail = '';
    return keys.map((key) => {
      const { entity, id, attribute } = key;
      // A batch is of one kind as a rule, and only the ids differ.
      if (entity !== previous?.entity || attribute !== previous.attribute) {
        if (RESERVED.has(entity)) throw new RangeError(`entity: "${entity}" begins the keys of other things`);
        head = `${escape(entity)}:`;
        tail = [':', escape(attribute), ':', escape(version), ':', escape(nonce)].join('');
        previous = key;
      }
      return { key, name: head + escape(id) + tail, read: undefined, missed: 'absent' };
    });
  };

  const tryEntry = (slot: Slot, entry: Entry | undefined, tier: Tier, proof: Proof): void => {
    if (entry === undefined) return;
    const verdict = judge(entry, undefined, proof, clock(), rules);
    if (verdict === 'fresh' || verdict === 'early') {
      if (tier === 'remote') memory.put(slot.name, entry);
      const { body, tags, meta, computedAtMs, ttlMs } = entry;
      slot.read = { body, tags, meta, tier, expiresAtMs: computedAtMs + ttlMs };
      events.emit({ type: 'hit', subject, tier, stale: false, about: slot.key });
    } else {
      slot.missed = verdict === 'stale' ? 'expired' : verdict;
    }
  };

  const keep = (
    { key: about, name }: Slot,
    computed: ComputedEntity,
    proof: Proof,
    computedAtMs: number,
  ): void => {
    const began = { asOf: proof.position, computedAtMs };
    const { entry, notStored } = toAnswer({ ...computed, audience: 'everyone' }, began, keeping);
    const refused =
      notStored ?? (isLive(proof.epoch.nonce) ? undefined : { reason: 'epoch-changed' as const });
    if (refused) {
      events.emit({ type: 'not-stored', subject, ...refused, about });
      return;
    }
    memory.put(name, entry);
    if (remote) background.run(remote.set(name, entry));
    events.emit({ type: 'stored', subject, bytes: entry.body.byteLength, about });
  };

  const computeInto = async (
    slots: readonly Slot[],
    computeMissing: ComputeMissing,
    proof?: Proof,
  ): Promise<void> => {
    const computedAtMs = clock();
    const start = proof && {
      epoch: proof.epoch,
      asOf: proof.position,
      operationTime: proof.operationTime,
      proof,
    };
    const missing = slots.map(({ key }) => key);
    const computed = await computeMissing(missing, start);
    if (computed.length !== slots.length)
      throw new Error(`computeMissing: expected ${slots.length} results but got ${computed.length}`);
    for (const [index, slot] of slots.entries()) {
      const one = computed[index];
      if (one === undefined || one instanceof Error) {
        slot.read = one;
        continue;
      }
      if (proof) keep(slot, one, proof, computedAtMs);
      const { body, tags, meta, maxAgeMs, expiresAtMs = Infinity, uncacheable } = one;
      slot.read = {
        body,
        tags,
        meta,
        expiresAtMs: Math.min(computedAtMs + maxAgeMs, expiresAtMs),
        ...(uncacheable === undefined ? {} : { uncacheable }),
      };
    }
  };

  const resultsOf = (slots: readonly Slot[]): readonly (EntityRead | Error)[] =>
    slots.map(({ read }) => read ?? new Error('computeMissing: expected a result but got undefined'));

  const standAside = async (
    reason: BypassReason,
    keys: readonly EntityKey[],
    computeMissing: ComputeMissing,
  ) => {
    const [about] = keys;
    events.emit({ type: 'bypassed', subject, reason, ...(about && { about }) });
    const slots = slotsFor(keys, '');
    await computeInto(slots, computeMissing);
    return resultsOf(slots);
  };

  return {
    async getMany(keys, computeMissing, given) {
      if (keys.length === 0) return [];
      if (authority.live() === undefined) return standAside('no-epoch', keys, computeMissing);
      const proof = given ?? (await prover.prove());
      if (proof === undefined) return standAside('no-proof', keys, computeMissing);
      const { nonce } = proof.epoch;
      if (!isLive(nonce)) return standAside('epoch-changed', keys, computeMissing);

      const slots = slotsFor(keys, nonce);
      for (const slot of slots) tryEntry(slot, memory.peek(slot.name), 'memory', proof);
      const distant = remote ? slots.filter(({ read }) => read === undefined) : [];
      if (remote && distant.length > 0) {
        const entries = await remote.get(distant.map(({ name }) => name));
        if (!isLive(nonce)) return standAside('epoch-changed', keys, computeMissing);
        for (const [index, slot] of distant.entries()) tryEntry(slot, entries[index], 'remote', proof);
      }
      const missing = slots.filter(({ read }) => read === undefined);
      for (const { missed, key } of missing)
        events.emit({ type: 'miss', subject, reason: missed, about: key });
      if (missing.length > 0) await computeInto(missing, computeMissing, proof);
      return resultsOf(slots);
    },
    idle: background.idle,
  };
};
