import { within, type Transaction } from '../../../shared/transactions.ts';
import type { CatalogueModels } from '../models/index.ts';
import type { MovieRecord } from '../models/records.ts';
import { hourLifeSeconds, trailLifeSeconds, type ViewingModels } from '../models/viewing.ts';
import type { RatedRecord } from './movie.store.ts';
import { hourMs } from './view.store.ts';

/** A film as an audience looks at it. */
export type AudienceFilm = Pick<
  MovieRecord,
  '_id' | 'genreIds' | 'popularity' | 'importedRating' | 'runtimeMinutes'
>;

/** A view that was had at some time. */
export interface PastView {
  readonly filmId: string;
  readonly at: Date;
  /** `undefined`: nobody was signed in. */
  readonly userId: string | undefined;
}

/** Writes what many did, a few commands for all of it. */
export interface AudienceStore {
  films(): Promise<readonly AudienceFilm[]>;
  /** What the ratings of films follow from, by their ids; those that are not there are left out. */
  ratedFilms(ids: readonly string[], transaction: Transaction): Promise<ReadonlyMap<string, RatedRecord>>;
  /** @param changes by the id of the film. */
  updateFilms(
    changes: ReadonlyMap<string, Partial<Omit<MovieRecord, '_id'>>>,
    transaction: Transaction,
  ): Promise<void>;
  /**
   * Counts views of films, by hour too where it is kept still, and has them followed.
   * @param views in the order of their time.
   * @param longest films that a trail holds.
   */
  addViews(views: readonly PastView[], now: Date, longest: number, transaction: Transaction): Promise<void>;
}

/** The latest first, without repeats. */
const trailOf = (views: readonly PastView[], longest: number): string[] =>
  [...new Set(views.toReversed().map(({ filmId }) => filmId))].slice(0, longest);

export const createAudienceStore = (
  { movies }: CatalogueModels,
  { filmCounts, filmViewHours, viewTrails }: ViewingModels,
): AudienceStore => ({
  films: () =>
    movies
      .find({}, { genreIds: 1, popularity: 1, importedRating: 1, runtimeMinutes: 1 })
      .lean<AudienceFilm[]>(),
  ratedFilms: async (ids, transaction) => {
    const found = await movies
      .find(
        { _id: { $in: [...ids] } },
        { rating: 1, importedRating: 1, votes: 1, viewerRatingSum: 1, viewerRatingCount: 1 },
        within(transaction),
      )
      .lean<(RatedRecord & { _id: string })[]>();
    return new Map(found.map(({ _id, ...parts }) => [_id, parts]));
  },
  updateFilms: async (changes, transaction) => {
    if (changes.size === 0) return;
    await movies.bulkWrite(
      [...changes].map(([_id, fields]) => ({ updateOne: { filter: { _id }, update: { $set: fields } } })),
      within(transaction),
    );
  },
  addViews: async (views, now, longest, transaction) => {
    const since = (seconds: number): number => now.getTime() - 1_000 * seconds;
    const byFilm = Map.groupBy(views, ({ filmId }) => filmId);
    const keptHours = views.filter(({ at }) => at.getTime() > since(hourLifeSeconds));
    const byHour = Map.groupBy(
      keptHours,
      ({ filmId, at }) => `${Math.floor(at.getTime() / hourMs)}:${filmId}`,
    );
    const followed = Map.groupBy(
      views.filter(({ userId, at }) => userId !== undefined && at.getTime() > since(trailLifeSeconds)),
      ({ userId }) => userId ?? '',
    );
    // First what others write too: should they be in the way, little was done in vain.
    if (byFilm.size > 0) {
      await filmCounts.bulkWrite(
        [...byFilm].map(([_id, { length }]) => ({
          updateOne: { filter: { _id }, update: { $inc: { views: length } }, upsert: true },
        })),
        within(transaction),
      );
    }
    if (byHour.size > 0) {
      await filmViewHours.bulkWrite(
        [...byHour].map(([_id, [first, ...others]]) => ({
          updateOne: {
            filter: { _id },
            update: {
              $inc: { views: 1 + others.length },
              $setOnInsert: { filmId: first?.filmId, hour: new Date(Number(_id.split(':', 1)[0]) * hourMs) },
            },
            upsert: true,
          },
        })),
        within(transaction),
      );
    }
    if (followed.size > 0) {
      await viewTrails.bulkWrite(
        [...followed].map(([_id, own]) => {
          const latest = trailOf(own, longest);
          const earlier = {
            $filter: { input: { $ifNull: ['$filmIds', []] }, cond: { $not: { $in: ['$$this', latest] } } },
          };
          const filmIds = { $slice: [{ $concatArrays: [latest, earlier] }, longest] };
          const lastAt = { $max: ['$lastAt', own.at(-1)?.at] };
          return { updateOne: { filter: { _id }, update: [{ $set: { filmIds, lastAt } }], upsert: true } };
        }),
        within(transaction),
      );
    }
  },
});
