import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { moment, number, recordOptions, text } from '../../../shared/record-schema.ts';
import type {
  FavouriteRecord,
  MovieRatingRecord,
  PreferencesRecord,
  WatchProgressRecord,
} from './records.ts';

export interface LibraryModels {
  readonly preferences: Model<PreferencesRecord>;
  readonly watchProgress: Model<WatchProgressRecord>;
  readonly favourites: Model<FavouriteRecord>;
  readonly movieRatings: Model<MovieRatingRecord>;
}

/** What the cache may know of how these collections are read: whose something is never changes. */
export const libraryCollections = [
  { collection: 'preferences' },
  { collection: 'watchProgress', fixedFacets: ['userId'] },
  { collection: 'favourites', fixedFacets: ['userId'] },
  { collection: 'movieRatings', fixedFacets: ['userId'] },
] as const;

const ofUserAndMovie = { _id: text, userId: text, movieId: text } as const;

/** For the day the film goes. */
const byMovie = { movieId: 1 } as const;

const watchProgressSchema = (): Schema<WatchProgressRecord> =>
  new Schema<WatchProgressRecord>(
    {
      ...ofUserAndMovie,
      positionSeconds: number,
      durationSeconds: { type: Number, default: null },
      isFinished: { type: Boolean, required: true },
      watchedAt: moment,
    },
    { ...recordOptions, collection: 'watchProgress' },
  )
    .index({ userId: 1, watchedAt: 1, _id: 1 })
    .index({ userId: 1, isFinished: 1, watchedAt: 1, _id: 1 })
    .index(byMovie);

const favouriteSchema = (): Schema<FavouriteRecord> =>
  new Schema<FavouriteRecord>(
    { ...ofUserAndMovie, addedAt: moment },
    { ...recordOptions, collection: 'favourites' },
  )
    .index({ userId: 1, addedAt: 1, _id: 1 })
    .index(byMovie);

const movieRatingSchema = (): Schema<MovieRatingRecord> =>
  new Schema<MovieRatingRecord>(
    { ...ofUserAndMovie, rating: number, ratedAt: moment },
    { ...recordOptions, collection: 'movieRatings' },
  )
    .index({ userId: 1, ratedAt: 1, _id: 1 })
    .index(byMovie);

const preferencesSchema = (): Schema<PreferencesRecord> =>
  new Schema<PreferencesRecord>(
    {
      _id: text,
      playbackQuality: String,
      autoplayNext: Boolean,
      autoplayPreviews: Boolean,
      subtitleLanguage: String,
      audioLanguage: String,
      maturityLimit: String,
    },
    { ...recordOptions, collection: 'preferences' },
  );

export const createLibraryModels = (connection: Connection): LibraryModels => ({
  preferences: connection.model<PreferencesRecord, Model<PreferencesRecord>>(
    'Preferences',
    preferencesSchema(),
  ),
  watchProgress: connection.model<WatchProgressRecord, Model<WatchProgressRecord>>(
    'WatchProgress',
    watchProgressSchema(),
  ),
  favourites: connection.model<FavouriteRecord, Model<FavouriteRecord>>('Favourite', favouriteSchema()),
  movieRatings: connection.model<MovieRatingRecord, Model<MovieRatingRecord>>(
    'MovieRating',
    movieRatingSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareLibraryCollections = async (models: LibraryModels): Promise<void> => {
  await prepareCollections(models);
};
