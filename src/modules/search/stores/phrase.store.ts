import type { SearchModels } from '../models/index.ts';
import type { SearchPhraseRecord } from '../models/records.ts';
import type { Phrase } from '../services/phrases.ts';
import type { Typed } from '../services/words.ts';
import { startsWith } from './entry.store.ts';

/** Reads what is shown, for answers. */
export interface PhraseReader {
  /** The most popular first. */
  popular(most: number): Promise<readonly string[]>;
  /** Those that have a word from which on they begin with what was typed, the most popular first. */
  beginning(typed: Typed, most: number): Promise<readonly string[]>;
}

export const createPhraseReader = ({ phrases }: Pick<SearchModels, 'phrases'>): PhraseReader => {
  const shown = async (filter: object, most: number) => {
    const found = await phrases
      .find({ ...filter, isShown: true }, { _id: 1, score: 1 })
      .sort({ score: -1, _id: -1 })
      .limit(most)
      .lean<SearchPhraseRecord[]>();
    return found.map(({ _id }) => _id);
  };
  return {
    popular: (most) => shown({}, most),
    beginning: (typed, most) => shown(startsWith(typed), most),
  };
};

export interface PhraseCount {
  /** Milliseconds after which a search counts half as much. */
  readonly halfLifeMs: number;
  /** As many different people make it something to show. */
  readonly enoughPeople: number;
  /** Milliseconds from the last time that one is kept which few made. */
  readonly unshownLifeMs: number;
  readonly shownLifeMs: number;
  /** So many are kept; of those that few made, the one with the lowest score makes room. */
  readonly maxPhrases: number;
}

/** Counts searches, on a client whose commands are not followed. All times are of Mongo's clock. */
export interface PhraseWriter {
  /**
   * Marks something for a while, unless it is marked: of several at once, on any instance, one succeeds.
   * @returns whether it did.
   */
  mark(key: string, lifeMs: number): Promise<boolean>;
  /** @param person a hash of who it was. */
  count(phrase: Pick<Phrase, 'text' | 'heads' | 'starts'>, person: string): Promise<void>;
}

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

export const createPhraseWriter = (
  { phrases, marks }: Pick<SearchModels, 'phrases' | 'marks'>,
  { halfLifeMs, enoughPeople, unshownLifeMs, shownLifeMs, maxPhrases }: PhraseCount,
): PhraseWriter => {
  /**
   * Forward decay: a search weighs 2^(when it was made, in half-lives), so that what there is need never be written anew; the sum
   * of weights is kept as its logarithm, which stays small.
   */
  const nowInHalfLives = { $divide: [{ $toLong: '$$NOW' }, halfLifeMs] };
  const withOneMore = {
    $add: [
      nowInHalfLives,
      { $log: [{ $add: [1, { $pow: [2, { $subtract: ['$score', nowInHalfLives] }] }] }, 2] },
    ],
  };
  const updateOf = ({ heads, starts }: Pick<Phrase, 'heads' | 'starts'>, person: string) => {
    const known = { $ifNull: ['$people', []] };
    return [
      {
        $set: {
          heads: { $literal: heads },
          starts: { $literal: starts },
          score: { $cond: [{ $isNumber: '$score' }, withOneMore, nowInHalfLives] },
          people: { $setUnion: [known, [person]] },
        },
      },
      {
        $set: {
          isShown: { $or: [{ $eq: ['$isShown', true] }, { $gte: [{ $size: '$people' }, enoughPeople] }] },
        },
      },
      {
        $set: {
          people: { $cond: ['$isShown', [], '$people'] },
          expiresAt: { $add: ['$$NOW', { $cond: ['$isShown', shownLifeMs, unshownLifeMs] }] },
        },
      },
    ];
  };

  const makeRoom = async (): Promise<void> => {
    if ((await phrases.estimatedDocumentCount()) < maxPhrases) return;
    await phrases.findOneAndDelete({ isShown: false }).sort({ score: 1, _id: 1 });
  };

  return {
    mark: async (key, lifeMs) => {
      const until = { $add: ['$$NOW', lifeMs] };
      try {
        // One that has expired may not have been removed yet. What stays as it is counts as not modified.
        const isMarked = { $gt: ['$expiresAt', '$$NOW'] };
        const { modifiedCount, upsertedCount } = await marks.updateOne(
          { _id: key },
          [{ $set: { expiresAt: { $cond: [isMarked, '$expiresAt', until] } } }],
          { upsert: true, updatePipeline: true },
        );
        return modifiedCount + upsertedCount > 0;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    count: async (phrase, person) => {
      const update = updateOf(phrase, person);
      const counted = await phrases.updateOne({ _id: phrase.text }, update, { updatePipeline: true });
      if (counted.matchedCount > 0) return;
      await makeRoom();
      await phrases.updateOne({ _id: phrase.text }, update, { upsert: true, updatePipeline: true });
    },
  };
};
