/**
 * The rating of a film about which nothing is known: the mean over the 2,988 bundled films that have a rating is
 * 6.283, every film counting once.
 */
export const priorRating = 6.3;

/**
 * How many votes the prior weighs: nine in ten of the bundled films that were voted on have more (the tenth
 * percentile is 1,090), so it moves only those that few have seen.
 */
export const priorVotes = 1000;

/**
 * How popular a film is: how good it is held to be, times the order of magnitude of its audience.
 *
 *     (priorVotes · priorRating + votes · rating) / (priorVotes + votes) · log10(1 + votes)
 *
 * The first factor is a Bayesian mean, so that ten votes of 10 do not beat half a million of 9. The result is 0 for a
 * film without votes, 52.552 for the most popular of the bundled ones, and rounded to three decimals.
 *
 * @param rating mean of the votes, 0 to 10; `null` counts as the prior
 * @param votes number of votes, a whole number
 * @throws RangeError when one of them is out of its range
 */
export function popularityOf({ rating, votes }: { rating: number | null; votes: number }): number {
  if (!Number.isSafeInteger(votes) || votes < 0) {
    throw new RangeError(`expected votes to be a whole number from 0 but got ${votes}`);
  }
  if (rating !== null && !(rating >= 0 && rating <= 10)) {
    throw new RangeError(`expected a rating from 0 to 10 or null but got ${rating}`);
  }
  const mean = (priorVotes * priorRating + votes * (rating ?? priorRating)) / (priorVotes + votes);
  return Math.round(mean * Math.log10(1 + votes) * 1000) / 1000;
}
