import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Connection, PageArguments } from '../../../shared/paging/connection.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import type { ViewerRatings } from '../../catalogue/index.ts';
import { ownKey, type MovieRatingRecord } from '../models/records.ts';
import type { OwnStore } from '../stores/own.store.ts';
import { byRatedAt, ownPage } from './own-pages.ts';
import type { InTurn } from './turns.ts';

export interface Ratings {
  page(userId: string, page: PageArguments): Promise<Result<Connection<MovieRatingRecord>>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND without such a film. */
  rate(userId: string, movieId: string, rating: number): Promise<Result<MovieRatingRecord>>;
  remove(userId: string, movieId: string): Promise<void>;
}

export interface RatingsParts {
  readonly store: OwnStore<MovieRatingRecord>;
  readonly inTransaction: InTransaction;
  /** By film. */
  readonly inTurn: InTurn;
  readonly viewerRatings: ViewerRatings;
}

const lowest = 1;
const highest = 10;

/** A rating and the film's sum change in one transaction, so that the sum is that of the ratings at all times. */
export const createRatings = ({ store, inTransaction, inTurn, viewerRatings }: RatingsParts): Ratings => ({
  page: (userId, page) => ownPage(store, byRatedAt, userId, page),
  rate: async (userId, movieId, rating) => {
    if (rating < lowest || rating > highest) {
      return fail(
        'BAD_USER_INPUT',
        `rating: expected a number from ${lowest} to ${highest}, but got ${rating}.`,
      );
    }
    const _id = ownKey(userId, movieId);
    const next: MovieRatingRecord = { _id, userId, movieId, rating, ratedAt: new Date() };
    const isThere = await inTurn(movieId, () =>
      inTransaction(async (transaction) => {
        const before = await store.byId(_id, transaction);
        const change = { sum: rating - (before?.rating ?? 0), count: before ? 0 : 1 };
        if (!(await viewerRatings.add(movieId, change, transaction))) return false;
        await store.put(next, transaction);
        return true;
      }),
    );
    return isThere ? ok(next) : fail('NOT_FOUND', 'There is no film with this id.');
  },
  remove: (userId, movieId) =>
    inTurn(movieId, () =>
      inTransaction(async (transaction) => {
        const before = await store.byId(ownKey(userId, movieId), transaction);
        if (!before) return;
        await viewerRatings.add(movieId, { sum: -before.rating, count: -1 }, transaction);
        await store.remove(before._id, transaction);
      }),
    ),
});
