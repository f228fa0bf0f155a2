import type { Entry, EntryStore } from './entry.ts';
import type { EpochAuthority } from './epoch.ts';
import type { Tier } from './events.ts';
import { judge, type Verdict } from './judgement.ts';
import type { Proof, Prover } from './log/prover.ts';
import { answerKeys } from './response/answer-keys.ts';
import { entryBytes, type MemoryStore } from './stores/memory-store.ts';
import type { Tag } from './tags.ts';

/** An entry as an operator may see it: all about it, and not what it says. */
export interface Inspected {
  readonly key: string;
  readonly tier: Tier;
  readonly entry: Omit<Entry, 'body'>;
  readonly bodyBytes: number;
  /** What it takes in this process; `undefined` for the other tier. */
  readonly memoryBytes: number | undefined;
  /** What a request would be told now; `unproven` while the cache stands aside. */
  readonly state: Verdict | 'unproven';
  /** Which of its tags were written since; none where everything as old as it was dropped. */
  readonly stamped: readonly Tag[];
  readonly ageMs: number;
}

export interface CacheInspection {
  /** What a viewer who asks this could be given, at each tier. */
  ofQuestion(question: string, viewerId: string | undefined): Promise<readonly Inspected[]>;
  /** What is kept under a key, of an answer or an entity, whomever it belongs to. */
  ofKey(key: string): Promise<readonly Inspected[]>;
}

export interface CacheInspectionParts {
  readonly prover: Prover;
  readonly authority: EpochAuthority;
  readonly memory: MemoryStore;
  readonly remote: EntryStore | undefined;
  /** As the cache has it. */
  readonly graceMs: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
}

export const createCacheInspection = (parts: CacheInspectionParts): CacheInspection => {
  const { prover, authority, memory, remote, graceMs, clock = Date.now } = parts;
  const rules = { graceMs, earlyRefresh: 0, random: Math.random };

  const stateOf = (key: string, entry: Entry, proof: Proof | undefined): Inspected['state'] => {
    if (proof === undefined) return 'unproven';
    if (!key.split(':').includes(proof.epoch.nonce)) return 'other-epoch';
    const owner = typeof entry.audience === 'object' ? entry.audience.viewerId : undefined;
    return judge(entry, owner, proof, clock(), rules);
  };

  const inspect = (key: string, tier: Tier, kept: Entry, proof: Proof | undefined): Inspected => {
    const { body, ...entry } = kept;
    return {
      key,
      tier,
      entry,
      bodyBytes: body.byteLength,
      memoryBytes: tier === 'memory' ? entryBytes(key, kept) : undefined,
      state: stateOf(key, kept, proof),
      stamped: proof?.isCurrent([], entry.asOf)
        ? entry.tags.filter((tag) => !proof.isCurrent([tag], entry.asOf))
        : [],
      ageMs: Math.max(0, clock() - entry.computedAtMs),
    };
  };

  const ofKeys = async (keys: readonly string[]): Promise<readonly Inspected[]> => {
    const [proof, distant] = await Promise.all([prover.prove(), remote?.get(keys) ?? []]);
    return keys.flatMap((key, at) => {
      const here = memory.peek(key);
      const there = distant[at];
      return [
        ...(here ? [inspect(key, 'memory', here, proof)] : []),
        ...(there ? [inspect(key, 'remote', there, proof)] : []),
      ];
    });
  };

  return {
    async ofQuestion(question, viewerId) {
      const epoch = authority.live();
      return epoch === undefined ? [] : ofKeys(answerKeys(epoch.nonce, question, viewerId).lookedUp);
    },
    ofKey: (key) => ofKeys([key]),
  };
};
