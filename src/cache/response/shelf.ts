import type { Entry, EntryStore } from '../entry.ts';
import type { MissReason, Tier } from '../events.ts';
import { judge, type FreshnessRules, type Verdict } from '../judgement.ts';
import type { Proof } from '../log/prover.ts';
import type { MemoryStore } from '../stores/memory-store.ts';
import type { AnswerKeys } from './answer-keys.ts';

export interface Found {
  readonly entry: Entry;
  readonly tier: Tier;
  readonly verdict: 'fresh' | 'early' | 'stale';
  /** When it was looked at; milliseconds since 1970. */
  readonly atMs: number;
}

/** The more telling a reason, the higher: a reason of one key or tier does not hide that of another. */
const RANK: Readonly<Record<Verdict, number>> = {
  absent: 0,
  'other-epoch': 1,
  'other-audience': 2,
  expired: 3,
  invalidated: 4,
  stale: 5,
  early: 6,
  fresh: 7,
};

const rankOf = (found: Found | MissReason): number => RANK[typeof found === 'object' ? found.verdict : found];

const isUsable = (verdict: Verdict): verdict is Found['verdict'] => RANK[verdict] >= RANK.stale;

export const moreTelling = (one: MissReason, other: MissReason): MissReason =>
  rankOf(other) > rankOf(one) ? other : one;

/** Answers kept here and at the other tier, and which of them a request may have. */
export interface Shelf {
  /** Whether anything is kept here, whatever it is worth. */
  hasLocally(keys: AnswerKeys): boolean;
  findLocally(keys: AnswerKeys, viewerId: string | undefined, proof: Proof): Found | MissReason;
  /** Both keys in one get; `undefined` where there is no other tier. */
  fetch(keys: AnswerKeys): Promise<readonly (Entry | undefined)[]> | undefined;
  /** Judges what was fetched; what is usable is kept here from now on. */
  promote(
    fetched: readonly (Entry | undefined)[],
    keys: AnswerKeys,
    viewerId: string | undefined,
    proof: Proof,
  ): Found | MissReason;
  /** Keeps it here at once; resolves when the other tier has it too. */
  keep(key: string, entry: Entry): Promise<void>;
}

export interface ShelfParts {
  readonly memory: MemoryStore;
  readonly remote: EntryStore | undefined;
  readonly clock: () => number;
  readonly rules: FreshnessRules;
}

export const createShelf = ({ memory, remote, clock, rules }: ShelfParts): Shelf => {
  const weigh = (
    entry: Entry | undefined,
    tier: Tier,
    viewerId: string | undefined,
    proof: Proof,
    atMs: number,
  ): Found | MissReason => {
    if (entry === undefined) return 'absent';
    const verdict = judge(entry, viewerId, proof, atMs, rules);
    return isUsable(verdict) ? { entry, tier, verdict, atMs } : verdict;
  };
  const better = (one: Found | MissReason, other: Found | MissReason): Found | MissReason =>
    rankOf(other) > rankOf(one) ? other : one;

  return {
    hasLocally: ({ lookedUp: [everyone, own] }) => (memory.peek(everyone) ?? memory.peek(own)) !== undefined,
    findLocally: ({ lookedUp: [everyone, own] }, viewerId, proof) => {
      // Once: reading the clock costs as much as the look.
      const nowMs = clock();
      const everyones = weigh(memory.peek(everyone, nowMs), 'memory', viewerId, proof, nowMs);
      // Most answers are everyone's, and the second look costs as much as the first.
      if (rankOf(everyones) === RANK.fresh) return everyones;
      return better(everyones, weigh(memory.peek(own, nowMs), 'memory', viewerId, proof, nowMs));
    },
    fetch: (keys) => remote?.get(keys.lookedUp),
    promote([everyones, own], keys, viewerId, proof) {
      const nowMs = clock();
      const found = better(
        weigh(everyones, 'remote', viewerId, proof, nowMs),
        weigh(own, 'remote', viewerId, proof, nowMs),
      );
      if (typeof found === 'object')
        memory.put(keys.lookedUp[found.entry === everyones ? 0 : 1], found.entry);
      return found;
    },
    async keep(key, entry) {
      memory.put(key, entry);
      await remote?.set(key, entry);
    },
  };
};
