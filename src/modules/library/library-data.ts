import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { MovieFollower, ViewerRatings } from '../catalogue/index.ts';
import type { LibraryModels } from './models/index.ts';
import type { OfUserAndMovie } from './models/records.ts';
import { createRatings } from './services/ratings.service.ts';
import { createTurns } from './services/turns.ts';
import { createLibraryStores } from './stores/index.ts';

const exported = <Value extends OfUserAndMovie>(records: readonly Value[]) =>
  records.map(({ _id, userId: _user, movieId, ...rest }) => ({
    movieId: toGlobalId('Movie', movieId),
    ...rest,
  }));

export interface LibraryDataParts {
  readonly models: LibraryModels;
  readonly inTransaction: InTransaction;
  readonly viewerRatings: ViewerRatings;
}

/** What the library keeps of users: theirs to have, and gone with them, out of the films' ratings too. */
export const createLibraryData = ({
  models,
  inTransaction,
  viewerRatings,
}: LibraryDataParts): PersonalDataHolder => {
  const stores = createLibraryStores(models);
  const ratings = createRatings({
    store: stores.movieRatings,
    inTransaction,
    inTurn: createTurns(),
    viewerRatings,
  });
  return {
    domain: 'library',
    exportOf: async (userId) => {
      const [[preferences], history, favourites, rated] = await Promise.all([
        stores.preferences.byIds([userId]),
        stores.watchProgress.ofUser(userId),
        stores.favourites.ofUser(userId),
        stores.movieRatings.ofUser(userId),
      ]);
      const { _id, ...chosen } = preferences ?? { _id: userId };
      return {
        preferences: chosen,
        watchHistory: exported(history),
        favourites: exported(favourites),
        ratings: exported(rated),
      };
    },
    eraseOf: async (userId) => {
      for (const { movieId } of await stores.movieRatings.ofUser(userId))
        await ratings.remove(userId, movieId);
      for (const store of [stores.watchProgress, stores.favourites]) {
        for (const { _id } of await store.ofUser(userId)) await store.remove(_id);
      }
      await stores.preferences.remove(userId);
    },
  };
};

/** Removes what all users have about a film that goes. */
export const createLibraryFollower = (models: LibraryModels): MovieFollower => {
  const { watchProgress, favourites, movieRatings } = createLibraryStores(models);
  return {
    movieRemoved: async (movieId, transaction) => {
      for (const store of [watchProgress, favourites, movieRatings]) {
        await store.removeOfMovie(movieId, transaction);
      }
    },
  };
};
