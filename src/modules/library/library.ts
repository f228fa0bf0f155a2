import { forgettingAfter } from '../../shared/forgetting.ts';
import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { LibraryModels } from './models/index.ts';
import type {
  FavouriteRecord,
  MovieRatingRecord,
  PreferencesRecord,
  WatchProgressRecord,
} from './models/records.ts';
import { createFavourites, type Favourites } from './services/favourites.service.ts';
import { createLatestFirst } from './services/latest-first.ts';
import { createPreferences, type PreferencesService } from './services/preferences.service.ts';
import { createRatings, type Ratings } from './services/ratings.service.ts';
import { createWatching, type Watching } from './services/watching.service.ts';
import { createTurns } from './services/turns.ts';
import { createLibraryStores } from './stores/index.ts';

/** What viewers own, as one operation sees it: its loaders live as long as the operation. */
export interface Library {
  readonly preferencesById: ByKeyLoader<PreferencesRecord, never>;
  /** By `ownKey`, as the next two. */
  readonly progressById: ByKeyLoader<WatchProgressRecord, never>;
  readonly favouriteById: ByKeyLoader<FavouriteRecord, never>;
  readonly ratingById: ByKeyLoader<MovieRatingRecord, never>;
  readonly preferences: PreferencesService;
  readonly watching: Watching;
  readonly favourites: Favourites;
  readonly ratings: Ratings;
}

export interface LibraryParts {
  readonly models: LibraryModels;
  readonly entities: EntityReader;
  readonly inTransaction: InTransaction;
  /** Runs writes that several mutations wait for: when it resolves, they are seen wherever anybody reads. */
  readonly write: <T>(run: () => Promise<T>) => Promise<T>;
}

/** @returns what makes a {@link Library} for each operation, given its catalogue. */
export const createLibrary = ({
  models,
  entities,
  inTransaction,
  write,
}: LibraryParts): ((catalogue: Catalogue) => Library) => {
  const stores = createLibraryStores(models);
  const preferences = createPreferences(stores.preferences);
  const favourites = createFavourites(stores.favourites);
  const writeLatest = createLatestFirst<WatchProgressRecord>((progress) =>
    write(() => stores.watchProgress.put(progress)),
  );
  const inTurn = createTurns();
  const watching = createWatching(stores.watchProgress, writeLatest, inTransaction);

  return (catalogue) => {
    const preferencesById = createByKeyLoader<PreferencesRecord, never>((keys, fields) =>
      entities.read('preferences', keys, fields, stores.preferences.byIds),
    );
    const progressById = createByKeyLoader<WatchProgressRecord, never>((keys, fields) =>
      entities.read('watchProgress', keys, fields, stores.watchProgress.byIds),
    );
    const favouriteById = createByKeyLoader<FavouriteRecord, never>((keys, fields) =>
      entities.read('favourites', keys, fields, stores.favourites.byIds),
    );
    const ratingById = createByKeyLoader<MovieRatingRecord, never>((keys, fields) =>
      entities.read('movieRatings', keys, fields, stores.movieRatings.byIds),
    );
    const forgetting = forgettingAfter(() => {
      for (const loader of [preferencesById, progressById, favouriteById, ratingById]) loader.clear();
    });
    const ratings = createRatings({
      store: stores.movieRatings,
      inTransaction,
      inTurn,
      viewerRatings: catalogue.viewerRatings,
    });
    return {
      preferencesById,
      progressById,
      favouriteById,
      ratingById,
      preferences: { update: forgetting(preferences.update) },
      watching: {
        ...watching,
        record: forgetting(watching.record),
        remove: forgetting(watching.remove),
        clear: forgetting(watching.clear),
      },
      favourites: {
        ...favourites,
        add: forgetting(favourites.add),
        remove: forgetting(favourites.remove),
      },
      ratings: { ...ratings, rate: forgetting(ratings.rate), remove: forgetting(ratings.remove) },
    };
  };
};
