import { priorRating } from './popularity.ts';

/** What the rating of a film follows from. */
export interface RatingParts {
  /** Mean of the imported votes, 0 to 10; `null` when not known. */
  readonly importedRating: number | null;
  /** Number of the imported votes. */
  readonly votes: number;
  /** Sum of our viewers' ratings, each a whole number from 1 to 10. */
  readonly viewerRatingSum: number;
  /** Number of our viewers' ratings. */
  readonly viewerRatingCount: number;
}

/**
 * How many viewers' ratings the imported rating weighs at least, however few votes it is the mean of; and how many the
 * prior weighs, where there is none.
 */
export const leastImportedWeight = 10;

/** And at most: else nobody here could move a film that half a million have voted on elsewhere. */
export const mostImportedWeight = 100;

const toHundredths = (value: number): number => Math.round(value * 100) / 100;

/**
 * The rating that is shown and sorted by: a Bayesian average, to which the imported rating is the prior.
 *
 *     (weight · prior + viewerRatingSum) / (weight + viewerRatingCount)
 *
 * `prior` is the imported rating, and `weight` the number of its votes, but from {@link leastImportedWeight} to
 * {@link mostImportedWeight}; without an imported rating they are `priorRating` and {@link leastImportedWeight}.
 * Until a viewer rates it, a film has its imported rating as it is, or none. Rounded to two decimals after that.
 *
 * @returns 0 to 10, or `null` when nobody ever rated it.
 */
export const ratingOf = ({
  importedRating,
  votes,
  viewerRatingSum,
  viewerRatingCount,
}: RatingParts): number | null => {
  if (viewerRatingCount === 0) return importedRating;
  const prior = importedRating ?? priorRating;
  const weight =
    importedRating === null
      ? leastImportedWeight
      : Math.min(Math.max(votes, leastImportedWeight), mostImportedWeight);
  return toHundredths((weight * prior + viewerRatingSum) / (weight + viewerRatingCount));
};

/** Mean of the viewers' ratings, 1 to 10 with two decimals; `null` without any. */
export const viewerRatingOf = ({
  viewerRatingSum,
  viewerRatingCount,
}: Pick<RatingParts, 'viewerRatingSum' | 'viewerRatingCount'>): number | null =>
  viewerRatingCount === 0 ? null : toHundredths(viewerRatingSum / viewerRatingCount);
