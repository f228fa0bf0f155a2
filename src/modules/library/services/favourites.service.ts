import type { Result } from '../../../shared/faults.ts';
import type { Connection, PageArguments } from '../../../shared/paging/connection.ts';
import { ownKey, type FavouriteRecord } from '../models/records.ts';
import type { OwnStore } from '../stores/own.store.ts';
import { byAddedAt, ownPage } from './own-pages.ts';

export interface Favourites {
  page(userId: string, page: PageArguments): Promise<Result<Connection<FavouriteRecord>>>;
  /** @returns what is there then: one that was there stays. */
  add(userId: string, movieId: string): Promise<FavouriteRecord>;
  remove(userId: string, movieId: string): Promise<void>;
}

export const createFavourites = (store: OwnStore<FavouriteRecord>): Favourites => ({
  page: (userId, page) => ownPage(store, byAddedAt, userId, page),
  add: (userId, movieId) =>
    store.addMissing({ _id: ownKey(userId, movieId), userId, movieId, addedAt: new Date() }),
  remove: async (userId, movieId) => void (await store.remove(ownKey(userId, movieId))),
});
