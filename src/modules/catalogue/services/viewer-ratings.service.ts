import type { Transaction } from '../../../shared/transactions.ts';
import type { MovieStore } from '../stores/movie.store.ts';
import { ratingOf } from './film-rating.ts';

/** What films hold of their viewers' ratings. Who rated what is kept elsewhere, and changed in the same transaction. */
export interface ViewerRatings {
  /**
   * Adds to the sum and the number of the ratings of a film, and lets its rating follow.
   * @returns whether there is such a film.
   */
  add(
    movieId: string,
    change: { readonly sum: number; readonly count: number },
    transaction: Transaction,
  ): Promise<boolean>;
}

export const createViewerRatings = (movies: MovieStore): ViewerRatings => ({
  add: async (movieId, { sum, count }, transaction) => {
    const film = await movies.ratingParts(movieId, transaction);
    if (!film) return false;
    const viewers = {
      viewerRatingSum: film.viewerRatingSum + sum,
      viewerRatingCount: film.viewerRatingCount + count,
    };
    const rating = ratingOf({ ...film, ...viewers });
    // Lists by rating are about it only when it moves.
    const changes = rating === film.rating ? viewers : { ...viewers, rating };
    return (await movies.update(movieId, changes, undefined, transaction)) !== null;
  },
});
