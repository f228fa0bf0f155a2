import type { Findable } from '../../../shared/findable.ts';
import { entryIdOf, type SearchEntryRecord } from '../models/records.ts';
import { beginningsOf, keyOf, wordsOf, wordsToFind } from './words.ts';

/** Raise it when the same thing makes another entry: those that are there are then made anew. */
export const entryVersion = 1;

/**
 * Each is a partition that the cache tells apart, and a record of its log holds 200 tags: those of an entry before and after a
 * change stay below.
 */
const maxTitleWords = 20;
const maxWords = 32;

/** All but what depends on the time. */
export type EntryContent = Omit<SearchEntryRecord, 'rank' | 'removedAt'>;

export const contentOf = ({ kind, id, title, names = [], texts, publishedAt }: Findable): EntryContent => {
  const called = [title, ...names];
  const titleWords = [...new Set(called.flatMap(wordsToFind))].slice(0, maxTitleWords);
  const words = [...new Set([...titleWords, ...texts.flatMap(wordsToFind)])].slice(0, maxWords);
  const written = called.map(wordsOf);
  const titles = [...new Set(written.map(keyOf))].filter((key) => key !== '');
  return {
    _id: entryIdOf(kind, id),
    kind,
    thingId: id,
    title,
    titles,
    titleWords,
    words,
    terms: [...words, ...titleWords.map((word) => `^${word}`), ...titles.map((key) => `=${key}`)],
    ...beginningsOf(written),
    publishedAt,
    version: entryVersion,
  };
};

/** Of a thing that is not for everybody any more. */
export const removedEntry = (kind: Findable['kind'], id: string, removedAt: Date): SearchEntryRecord => ({
  _id: entryIdOf(kind, id),
  kind,
  thingId: id,
  title: '',
  titles: [],
  titleWords: [],
  words: [],
  terms: [],
  heads: [],
  starts: [],
  publishedAt: null,
  rank: 0,
  version: entryVersion,
  removedAt,
});

export const isSameContent = (entry: SearchEntryRecord, content: EntryContent): boolean => {
  const { rank: _rank, removedAt, ...there } = entry;
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return removedAt === null && sorted(there) === sorted(content);
};
