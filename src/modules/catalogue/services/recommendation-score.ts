import type { MovieRecord } from '../models/records.ts';

/** What of a film decides what it is like. */
export type LikenedFilm = Pick<MovieRecord, '_id' | 'genreIds' | 'directorIds' | 'popularity'>;

/** How many signed-in viewers two films have had, each and together. */
export interface SharedViewing {
  readonly shared: number;
  readonly ofOne: number;
  readonly ofOther: number;
}

/** Fewer than this say nothing: neither about the films, nor, which they could, about who it was. */
export const leastSharedViewers = 3;

/** As many shared viewers count half of what as many of a great number would: a few may be chance. */
const doubt = 5;

const weights = { viewers: 4, directors: 2, genres: 1, popularity: 0.5 } as const;

/** More than any of the bundled films has. */
const highPopularity = 60;

/** What both hold, in the order of the first. */
export const shared = (one: readonly string[], other: readonly string[]): string[] =>
  one.filter((item) => other.includes(item));

/** The share of what they have in common among all that they have. */
const likeness = (one: readonly string[], other: readonly string[]): number => {
  const common = shared(one, other).length;
  return common === 0 ? 0 : common / (one.length + other.length - common);
};

/** Cosine of the films as sets of viewers, drawn to 0 while few viewers are shared. */
const viewersLikeness = ({ shared, ofOne, ofOther }: SharedViewing): number =>
  shared < leastSharedViewers || ofOne === 0 || ofOther === 0
    ? 0
    : (shared / Math.sqrt(ofOne * ofOther)) * (shared / (shared + doubt));

/**
 * How much a film recommends itself to who liked another.
 *
 *     4 · viewers + 2 · directors + 1 · genres + 0.5 · popularity
 *
 * viewers: shared / √(viewers of one · viewers of other) · shared / (shared + 5), and 0 below three that are shared
 * directors, genres: how many they have in common / how many there are on both together
 * popularity: that of the other / 60, at most 1; it decides among films that are alike
 *
 * 0 for films with nothing in common, whatever their popularity. Rounded to four decimals.
 */
export const recommendationScore = (
  one: LikenedFilm,
  other: LikenedFilm,
  viewing: SharedViewing = { shared: 0, ofOne: 0, ofOther: 0 },
): number => {
  const alike =
    weights.viewers * viewersLikeness(viewing) +
    weights.directors * likeness(one.directorIds, other.directorIds) +
    weights.genres * likeness(one.genreIds, other.genreIds);
  if (alike === 0) return 0;
  const popularity = weights.popularity * Math.min(1, other.popularity / highPopularity);
  return Math.round((alike + popularity) * 10_000) / 10_000;
};
