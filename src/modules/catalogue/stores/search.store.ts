import type { Model } from 'mongoose';
import type { CatalogueModels } from '../models/index.ts';
import { wholeBatch } from './whole-batch.ts';

/** Something that matched, before anything of it but its rank is read. */
export interface SearchMatch {
  readonly kind: 'Movie' | 'Person';
  readonly id: string;
  readonly score: number;
}

export interface SearchStore {
  /** The best `depth` matches, best first, and whether these are all. */
  rank(words: readonly string[], depth: number): Promise<{ matches: readonly SearchMatch[]; isAll: boolean }>;
  count(words: readonly string[]): Promise<number>;
  /** The order of `rank`. */
  compare(a: SearchMatch, b: SearchMatch): number;
}

/** Each word is quoted, so that all are required; a quoted one is found inside longer words too. */
const allOf = (words: readonly string[]) => ({
  $text: { $search: words.map((word) => `"${word}"`).join(' ') },
});

/** Films before people among equals, then by id, so that the order is total. */
const compare = (a: SearchMatch, b: SearchMatch): number =>
  b.score - a.score || a.kind.localeCompare(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const createSearchStore = ({ movies, people }: CatalogueModels): SearchStore => {
  const rankIn = async (
    model: Model<never>,
    kind: SearchMatch['kind'],
    words: readonly string[],
    depth: number,
  ) => {
    const found = await model
      .find(allOf(words), { _id: 1, score: { $meta: 'textScore' } })
      .sort({ score: { $meta: 'textScore' }, _id: 1 })
      .limit(depth)
      .batchSize(wholeBatch)
      .lean<{ _id: string; score: number }[]>();
    return found.map(({ _id, score }) => ({ kind, id: _id, score }));
  };
  return {
    compare,
    rank: async (words, depth) => {
      const found = await Promise.all([
        rankIn(movies as unknown as Model<never>, 'Movie', words, depth),
        rankIn(people as unknown as Model<never>, 'Person', words, depth),
      ]);
      const matches = found.flat().toSorted(compare);
      const isAll = found.every(({ length }) => length < depth);
      // As many were read of each kind: what follows the first `depth` of both together may not be what is next.
      return { matches: isAll ? matches : matches.slice(0, depth), isAll };
    },
    count: async (words) => {
      const counts = await Promise.all([
        movies.countDocuments(allOf(words)),
        people.countDocuments(allOf(words)),
      ]);
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
};
