import type { Findable, FindableIndex, FindableKind } from '../../../shared/findable.ts';
import type { FindableSource } from '../../../shared/findable-source.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import { entryIdOf, type SearchEntryRecord } from '../models/records.ts';
import type { EntryUpkeep, EntryWriter } from '../stores/entry.store.ts';
import { contentOf, entryVersion, isSameContent, removedEntry } from './entries.ts';
import { isMoved, rankOf } from './ranking.ts';

/** How many people things of a kind have reached beyond what their records say, in the order of the ids. */
export type ReadAudiences = (kind: FindableKind, ids: readonly string[]) => Promise<readonly number[]>;

const ranksOf = async (
  things: readonly Findable[],
  audiences: ReadAudiences,
): Promise<ReadonlyMap<Findable, number>> => {
  const [first] = things;
  if (!first) return new Map();
  const counted = await audiences(
    first.kind,
    things.map(({ id }) => id),
  );
  const now = new Date();
  return new Map(
    things.map((thing, at) => [thing, rankOf(thing, (thing.audience ?? 0) + (counted[at] ?? 0), now)]),
  );
};

/**
 * What is found follows what is there: written in the transaction that changes the thing. What stays the same is not written, so
 * that no answer is computed again for it.
 */
export const createSearchIndex = (writer: EntryWriter, audiences: ReadAudiences): FindableIndex => ({
  add: async (thing, transaction) => {
    const rank = (await ranksOf([thing], audiences)).get(thing) ?? 0;
    await writer.put({ ...contentOf(thing), rank, removedAt: null }, null, transaction);
  },
  put: async (thing, transaction) => {
    const content = contentOf(thing);
    const before = await writer.find(content._id, transaction);
    if (before && isSameContent(before, content)) return;
    const isKnown = before !== null && before.removedAt === null;
    const rank = isKnown ? before.rank : (await ranksOf([thing], audiences)).get(thing);
    await writer.put({ ...content, rank: rank ?? 0, removedAt: null }, before, transaction);
  },
  // Also where there is none: who adds what was missing at this moment must meet it.
  remove: async (kind, id, transaction) => {
    const before = await writer.find(entryIdOf(kind, id), transaction);
    await writer.put(removedEntry(kind, id, new Date()), before, transaction);
  },
  doubtEverything: () => writer.doubtEverything(),
});

export interface IndexingParts {
  readonly index: FindableIndex;
  readonly writer: EntryWriter;
  readonly upkeep: EntryUpkeep;
  readonly sources: readonly FindableSource[];
  readonly audiences: ReadAudiences;
  readonly inTransaction: InTransaction;
}

/** Runs writes, and resolves when everybody is told of them. */
type Recorded = (run: () => Promise<void>) => Promise<void>;

/** What was done to things that were looked through. */
export interface BuildReport {
  readonly added: number;
  readonly corrected: number;
}

export interface Indexing {
  /**
   * Looks through all things of some kinds: adds entries that are missing, corrects those that are wrong, and lets ranks follow.
   * May be done beside whatever changes things, by several at once, and begun again.
   * @param write called around what is written.
   */
  build(kinds: readonly FindableKind[], write: Recorded, stop?: AbortSignal): Promise<BuildReport>;
  /** {@link build} of what was not looked through within the last `freshMs` milliseconds; and sweeps. */
  keepUp(freshMs: number, write: Recorded, stop: AbortSignal): Promise<void>;
}

const dayMs = 86_400_000;

export const createIndexing = ({
  index,
  writer,
  upkeep,
  sources,
  audiences,
  inTransaction,
}: IndexingParts): Indexing => {
  /** By what is there now, whatever was seen before. */
  const correct = (source: FindableSource, id: string): Promise<void> =>
    inTransaction(async (transaction) => {
      const thing = await source.byId(id, transaction);
      await (thing ? index.put(thing, transaction) : index.remove(source.kind, id, transaction));
    });

  const follow = async (source: FindableSource, things: readonly Findable[], write: Recorded) => {
    const entries = await upkeep.byIds(things.map(({ kind, id }) => entryIdOf(kind, id)));
    const byId = new Map(entries.map((entry) => [entry._id, entry]));
    const ranks = await ranksOf(things, audiences);
    const missing: SearchEntryRecord[] = [];
    const wrong: string[] = [];
    const moved: [string, number][] = [];
    for (const thing of things) {
      const content = contentOf(thing);
      const entry = byId.get(content._id);
      const rank = ranks.get(thing) ?? 0;
      if (!entry) missing.push({ ...content, rank, removedAt: null });
      else if (!isSameContent(entry, content)) wrong.push(thing.id);
      else if (isMoved(entry.rank, rank)) moved.push([entry._id, rank]);
    }
    if (missing.length > 0) await write(() => writer.addMissing(missing));
    for (const id of wrong) await write(() => correct(source, id));
    await upkeep.setRanks(moved);
    return { added: missing.length, corrected: wrong.length };
  };

  const removeStrays = async (source: FindableSource, ids: readonly string[], write: Recorded) => {
    const there = new Set((await source.byIds(ids)).map(({ id }) => id));
    const strays = ids.filter((id) => !there.has(id));
    for (const id of strays) await write(() => correct(source, id));
    return strays.length;
  };

  const build: Indexing['build'] = async (kinds, write, stop) => {
    let added = 0;
    let corrected = 0;
    for (const source of sources.filter(({ kind }) => kinds.includes(kind))) {
      const builtAt = new Date();
      for await (const things of source.each()) {
        if (stop?.aborted === true) return { added, corrected };
        const done = await follow(source, things, write);
        added += done.added;
        corrected += done.corrected;
      }
      for await (const ids of upkeep.eachOf(source.kind)) {
        if (stop?.aborted === true) return { added, corrected };
        corrected += await removeStrays(source, ids, write);
      }
      await upkeep.noteBuilt(source.kind, entryVersion, builtAt);
    }
    return { added, corrected };
  };

  return {
    build,
    keepUp: async (freshMs, write, stop) => {
      const now = Date.now();
      for (const { kind } of sources) {
        const builtAt = await upkeep.builtAt(kind, entryVersion);
        if (builtAt === undefined || builtAt.getTime() < now - freshMs) await build([kind], write, stop);
      }
      await upkeep.sweep(new Date(now - dayMs));
    },
  };
};
