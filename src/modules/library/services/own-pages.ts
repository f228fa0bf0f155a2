import { ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type {
  FavouriteRecord,
  MovieRatingRecord,
  OfUserAndMovie,
  WatchProgressRecord,
} from '../models/records.ts';
import type { OwnStore } from '../stores/own.store.ts';

const latestFirst = { direction: -1, kind: 'date', nullable: false } as const;

export const byWatchedAt: Order<WatchProgressRecord> = {
  ...latestFirst,
  name: 'WATCHED_AT',
  path: 'watchedAt',
};
export const byAddedAt: Order<FavouriteRecord> = { ...latestFirst, name: 'ADDED_AT', path: 'addedAt' };
export const byRatedAt: Order<MovieRatingRecord> = { ...latestFirst, name: 'RATED_AT', path: 'ratedAt' };

/** @returns a page of what a user has; BAD_USER_INPUT for a bad page. */
export const ownPage = async <Value extends OfUserAndMovie>(
  store: OwnStore<Value>,
  order: Order<Value>,
  userId: string,
  page: PageArguments,
  only?: Partial<Value>,
): Promise<Result<Connection<Value>>> => {
  const request = pageRequest(order, page);
  if (!request.ok) return request;
  return ok(await readPage(store.listing(userId, order, only), order, request.value));
};
