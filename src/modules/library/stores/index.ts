import type { LibraryModels } from '../models/index.ts';
import type { FavouriteRecord, MovieRatingRecord, WatchProgressRecord } from '../models/records.ts';
import { createOwnStore, type OwnStore } from './own.store.ts';
import { createPreferencesStore, type PreferencesStore } from './preferences.store.ts';

export interface LibraryStores {
  readonly preferences: PreferencesStore;
  readonly watchProgress: OwnStore<WatchProgressRecord>;
  readonly favourites: OwnStore<FavouriteRecord>;
  readonly movieRatings: OwnStore<MovieRatingRecord>;
}

export const createLibraryStores = (models: LibraryModels): LibraryStores => ({
  preferences: createPreferencesStore(models),
  watchProgress: createOwnStore(models.watchProgress, [
    'movieId',
    'positionSeconds',
    'durationSeconds',
    'isFinished',
  ]),
  favourites: createOwnStore(models.favourites, ['movieId']),
  movieRatings: createOwnStore(models.movieRatings, ['movieId', 'rating']),
});
