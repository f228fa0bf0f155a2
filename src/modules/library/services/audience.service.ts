import type { Transaction } from '../../../shared/transactions.ts';
import {
  ownKey,
  type FavouriteRecord,
  type MovieRatingRecord,
  type OfUserAndMovie,
  type WatchProgressRecord,
} from '../models/records.ts';
import type { OwnBatchStore } from '../stores/own-batch.store.ts';
import { isFinishedAt } from './watching.service.ts';

/** Somebody who is signed in had a film on. */
export interface WatchedView {
  readonly userId: string;
  readonly movieId: string;
  readonly positionSeconds: number;
  readonly durationSeconds: number;
  readonly endedAt: Date;
  /** 1 to 10. */
  readonly rating: number | undefined;
  readonly isFavourite: boolean;
}

/** What views left behind. */
export interface AddedByViews {
  readonly ratings: readonly MovieRatingRecord[];
  readonly favourites: number;
  /** Films that somebody had not watched before. */
  readonly watched: number;
}

export interface LibraryAudience {
  /**
   * Keeps what follows from views. The latest position in a film counts; a rating or a favourite that is there stays.
   * @param views in the order of their time, of films that there are.
   * @returns what was not there; the films' own sums of ratings are the caller's, in the same transaction.
   */
  add(views: readonly WatchedView[], transaction: Transaction): Promise<AddedByViews>;
}

export interface LibraryAudienceStores {
  readonly watchProgress: OwnBatchStore<WatchProgressRecord>;
  readonly favourites: OwnBatchStore<FavouriteRecord>;
  readonly movieRatings: OwnBatchStore<MovieRatingRecord>;
}

const ownOf = ({ userId, movieId }: WatchedView): OfUserAndMovie => ({
  _id: ownKey(userId, movieId),
  userId,
  movieId,
});

const progressOf = (view: WatchedView): WatchProgressRecord => {
  const { positionSeconds, durationSeconds, endedAt } = view;
  const isFinished = isFinishedAt(positionSeconds, durationSeconds);
  return { ...ownOf(view), positionSeconds, durationSeconds, isFinished, watchedAt: endedAt };
};

const insertMissing = async <Value extends OfUserAndMovie>(
  store: OwnBatchStore<Value>,
  wanted: readonly Value[],
  transaction: Transaction,
): Promise<readonly Value[]> => {
  if (wanted.length === 0) return [];
  // The first of them, as if they had come one after the other.
  const byId = new Map(wanted.toReversed().map((value) => [value._id, value]));
  for (const { _id } of await store.byIds([...byId.keys()], transaction)) byId.delete(_id);
  const missing = [...byId.values()];
  await store.insert(missing, transaction);
  return missing;
};

export const createLibraryAudience = ({
  watchProgress,
  favourites,
  movieRatings,
}: LibraryAudienceStores): LibraryAudience => ({
  add: async (views, transaction) => {
    const latest = new Map<string, WatchProgressRecord>();
    for (const progress of views.map(progressOf)) {
      const known = latest.get(progress._id);
      if (!known || known.watchedAt <= progress.watchedAt) latest.set(progress._id, progress);
    }
    const before = new Map(
      (await watchProgress.byIds([...latest.keys()], transaction)).map((known) => [known._id, known]),
    );
    const all = [...latest.values()];
    const fresh = all.filter(({ _id }) => !before.has(_id));
    const later = all.filter(({ _id, watchedAt }) => (before.get(_id)?.watchedAt ?? watchedAt) < watchedAt);
    await watchProgress.insert(fresh, transaction);
    await watchProgress.replace(later, transaction);

    const liked = views
      .filter(({ isFavourite }) => isFavourite)
      .map((view) => ({ ...ownOf(view), addedAt: view.endedAt }));
    const rated = views.flatMap((view) =>
      view.rating === undefined ? [] : [{ ...ownOf(view), rating: view.rating, ratedAt: view.endedAt }],
    );
    const newFavourites = await insertMissing(favourites, liked, transaction);
    const newRatings = await insertMissing(movieRatings, rated, transaction);
    return { ratings: newRatings, favourites: newFavourites.length, watched: fresh.length };
  },
});
