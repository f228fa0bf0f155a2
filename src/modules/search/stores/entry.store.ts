import type { FindableKind } from '../../../shared/findable.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { SearchModels } from '../models/index.ts';
import type { SearchEntryRecord } from '../models/records.ts';
import type { Asked, Typed } from '../services/words.ts';

/** The best first. */
export const byRank: Order<SearchEntryRecord> = {
  name: 'RANK:DESC',
  path: 'rank',
  kind: 'number',
  direction: -1,
  nullable: false,
};

/** What matches a search. */
export interface Matching {
  /**
   * By how they match, each with the best first: those that are called so; those whose titles hold all words; those that hold them
   * anywhere. No entry is in two.
   */
  readonly tiers: readonly Listing<SearchEntryRecord>[];
  /** How many there are in all tiers. */
  count(): Promise<number>;
}

export interface EntryStore {
  matching(asked: Asked, kinds: readonly FindableKind[]): Promise<Matching>;
  /** Whether anything matches. */
  exists(asked: Asked): Promise<boolean>;
  /** Whose titles have a word from which on they begin with what was typed, the best first. */
  beginning(typed: Typed, most: number): Promise<readonly Pick<SearchEntryRecord, 'title' | 'kind'>[]>;
}

/** What begins with a text is between it and this: no character is greater. */
const last = '\u{10ffff}';

export const startsWith = ({ head, start }: Typed): Record<string, unknown> => ({
  heads: head,
  ...(start !== undefined && { starts: { $elemMatch: { $gte: start, $lt: `${start}${last}` } } }),
});

/**
 * One word is looked up, and what holds it is looked through for the others. So that the index is used by that word and no other,
 * those are compared with paths that no index has.
 */
const filtersOf = ({ words, key }: Asked, lead: string, kinds: readonly FindableKind[]) => {
  const others = words.filter((word) => word !== lead);
  const holding = (path: 'titleWords' | 'words') => (others.length > 0 ? { [path]: { $all: others } } : {});
  // Of each kind in the order of the index, which are then merged: asked for without kinds they would have to be sorted.
  const kind = { $in: [...kinds] };
  return {
    called: { terms: `=${key}`, kind },
    titled: { terms: `^${lead}`, kind, ...holding('titleWords'), titles: { $ne: key } },
    elsewhere: { terms: lead, kind, ...holding('words'), titleWords: { $not: { $all: [...words] } } },
    any: { terms: lead, ...holding('words') },
    // Told by the words that are partitions only: of what was counted it is not known where else it may change.
    all: { $and: words.map((terms) => ({ terms })), kind },
  };
};

const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** Words in more entries than this are all common. */
const commonCount = 1_000;

/**
 * @param background on a client whose commands are not followed. Which word is rarest decides what a search costs and not what it
 * finds, so no answer depends on it.
 */
export const createEntryStore = (
  { entries }: Pick<SearchModels, 'entries'>,
  background: Pick<SearchModels, 'entries'>,
): EntryStore => {
  const rarestOf = async (words: readonly string[]): Promise<string> => {
    if (words.length === 1) return longestOf(words);
    const counts = await Promise.all(
      words.map((terms) => background.entries.countDocuments({ terms }, { limit: commonCount })),
    );
    const least = Math.min(...counts);
    return longestOf(words.filter((_word, at) => counts[at] === least));
  };
  return {
    matching: async (asked, kinds) => {
      const { called, titled, elsewhere, all } = filtersOf(asked, await rarestOf(asked.words), kinds);
      return {
        tiers: [called, titled, elsewhere].map((filter) =>
          listingIn(entries, filter, byRank, ['kind', 'thingId']),
        ),
        // A query runs each time it is awaited; a promise does not.
        count: async () => entries.countDocuments(all),
      };
    },
    exists: async (asked) => {
      const { any } = filtersOf(asked, longestOf(asked.words), []);
      return (await entries.find(any, { _id: 1 }).limit(1).lean<{ _id: string }[]>()).length > 0;
    },
    beginning: (typed, most) =>
      entries
        .find(startsWith(typed), { title: 1, kind: 1, rank: 1 })
        .sort({ rank: -1, _id: -1 })
        .limit(most)
        .lean<SearchEntryRecord[]>(),
  };
};

/** Writes entries in the transactions of others, on the client whose writes are followed. */
export interface EntryWriter {
  find(id: string, transaction: Transaction): Promise<SearchEntryRecord | null>;
  /** @param before what is there, as the transaction has it. Only what is another than that is written. */
  put(entry: SearchEntryRecord, before: SearchEntryRecord | null, transaction: Transaction): Promise<void>;
  /** Adds those of whose `_id` there is none, and changes nothing that is there. */
  addMissing(entries: readonly SearchEntryRecord[]): Promise<void>;
  doubtEverything(): Promise<void>;
}

export const createEntryWriter = ({ entries }: Pick<SearchModels, 'entries'>): EntryWriter => ({
  find: (id, transaction) =>
    entries.findOne({ _id: id }, null, within(transaction)).lean<SearchEntryRecord | null>(),
  put: async (entry, before, transaction) => {
    const { _id } = entry;
    const there = new Map<string, unknown>(Object.entries(before ?? {}));
    const changes = Object.entries(entry).filter(
      ([path, value]) => !before || JSON.stringify(value) !== JSON.stringify(there.get(path)),
    );
    const update = { $set: Object.fromEntries(changes.filter(([path]) => path !== '_id')) };
    await entries.updateOne({ _id }, update, { upsert: !before, ...within(transaction) });
  },
  addMissing: async (missing) => {
    const operations = missing.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    }));
    if (operations.length > 0) await entries.bulkWrite(operations, { ordered: false });
  },
  doubtEverything: async () => {
    // An update of many that finds nothing does not know what it touched: it stamps the collection as a whole.
    await entries.updateMany({ version: -1 }, { $set: { version: -1 } });
  },
});

/** Looks after entries, on a client whose commands are not followed. */
export interface EntryUpkeep {
  byIds(ids: readonly string[]): Promise<readonly SearchEntryRecord[]>;
  /** Ids of things of a kind that have an entry, by id, some at a time. */
  eachOf(kind: FindableKind): AsyncIterable<readonly string[]>;
  setRanks(ranks: readonly (readonly [id: string, rank: number])[]): Promise<void>;
  /** Those of things that are gone since before a moment. */
  sweep(before: Date): Promise<void>;
  /** When all things of a kind were looked through last, by what makes entries now. */
  builtAt(kind: FindableKind, version: number): Promise<Date | undefined>;
  noteBuilt(kind: FindableKind, version: number, builtAt: Date): Promise<void>;
}

const atOnce = 500;

export const createEntryUpkeep = ({
  entries,
  builds,
}: Pick<SearchModels, 'entries' | 'builds'>): EntryUpkeep => ({
  byIds: (ids) =>
    entries
      .find({ _id: { $in: [...ids] } })
      .read('primary')
      .readConcern('majority')
      .lean<SearchEntryRecord[]>(),
  async *eachOf(kind) {
    for (let after = `${kind}:`; ;) {
      const found = await entries
        .find({ _id: { $gt: after, $lt: `${kind};` } }, { thingId: 1, removedAt: 1 })
        .sort({ _id: 1 })
        .limit(atOnce)
        .lean<SearchEntryRecord[]>();
      const end = found.at(-1);
      if (!end) return;
      yield found.filter(({ removedAt }) => removedAt === null).map(({ thingId }) => thingId);
      after = end._id;
    }
  },
  setRanks: async (ranks) => {
    const operations = ranks.map(([_id, rank]) => ({
      updateOne: { filter: { _id, removedAt: null }, update: { $set: { rank } } },
    }));
    if (operations.length > 0) await entries.bulkWrite(operations, { ordered: false });
  },
  sweep: async (before) => void (await entries.deleteMany({ removedAt: { $type: 'date', $lt: before } })),
  builtAt: async (kind, version) =>
    (await builds.findOne({ _id: kind, version }).lean<{ builtAt: Date } | null>())?.builtAt,
  noteBuilt: async (kind, version, builtAt) =>
    void (await builds.updateOne({ _id: kind }, { $set: { version, builtAt } }, { upsert: true })),
});
