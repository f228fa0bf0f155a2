import type { FindableKind } from '../../../shared/findable.ts';

/** What one thing is found by, in `searchEntries`. Whatever is not for everybody has none, or an empty one. */
export interface SearchEntryRecord {
  /** See `entryIdOf`. */
  _id: string;
  kind: FindableKind;
  /** Of the thing, in its own collection. */
  thingId: string;
  /** As it is shown. */
  title: string;
  /** Keys of its title and names: see `keyOf`. */
  titles: string[];
  /** Words of title and names. */
  titleWords: string[];
  /** Those, and the first of its texts. */
  words: string[];
  /** What is looked up: each word, `^word` of the title, and `=key` of each title. */
  terms: string[];
  /** See `Beginnings`. */
  heads: string[];
  starts: string[];
  publishedAt: Date | null;
  /** See `rankOf`. What it follows from is counted elsewhere, so it is looked at every hour. */
  rank: number;
  /** Of what made the entry of the thing. */
  version: number;
  /** When the thing ceased to be for everybody: what lies between two that write at once. Removed a day later. */
  removedAt: Date | null;
}

export const entryIdOf = (kind: FindableKind, thingId: string): string => `${kind}:${thingId}`;

/** A search that somebody made, in `searchPhrases`: its words only, and as few of them as people make alike. */
export interface SearchPhraseRecord {
  /** Its words, as `wordsOf` has them, with spaces between. */
  _id: string;
  heads: string[];
  starts: string[];
  /** The logarithm, to the base of 2, of how often it was made, each time counting twice for each half-life that it is later. */
  score: number;
  /** Hashes of the first who made it; none once there were enough for it to be shown. */
  people: string[];
  isShown: boolean;
  /** When it is forgotten, unless it is made again. */
  expiresAt: Date;
}

/** That somebody's searching for something does not count for a while, in `searchMarks`. */
export interface SearchMarkRecord {
  /** A hash of who and what. */
  _id: string;
  expiresAt: Date;
}

/** That all things of a kind were looked through, in `searchBuilds`. */
export interface SearchBuildRecord {
  _id: FindableKind;
  /** Of what makes entries. */
  version: number;
  builtAt: Date;
}
