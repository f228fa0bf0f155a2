import type { Transaction } from '../../shared/transactions.ts';

/** A domain that keeps something of films. */
export interface MovieFollower {
  /** Removes what is kept of a film: in the transaction that removes the film, so that nothing is left of it. */
  movieRemoved(movieId: string, transaction: Transaction): Promise<void>;
}
