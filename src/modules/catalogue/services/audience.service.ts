import type { Transaction } from '../../../shared/transactions.ts';
import type { MovieRecord } from '../models/records.ts';
import type { AudienceFilm, AudienceStore, PastView } from '../stores/audience.store.ts';
import { ratingOf } from './film-rating.ts';
import { trailLength } from './view-recording.service.ts';

/** What an audience does, many at once and after the fact. */
export interface AudienceRecording {
  films(): Promise<readonly AudienceFilm[]>;
  /** Which of these films there are. */
  present(filmIds: readonly string[], transaction: Transaction): Promise<ReadonlySet<string>>;
  /** @param views in the order of their time, of films that there are. */
  addViews(views: readonly PastView[], now: Date, transaction: Transaction): Promise<void>;
  /**
   * Adds to what films hold of their viewers' ratings; those that are gone are passed over.
   * @param ratings of films; who gave them is kept elsewhere, in the same transaction.
   */
  addRatings(
    ratings: readonly { readonly movieId: string; readonly rating: number }[],
    transaction: Transaction,
  ): Promise<void>;
}

export const createAudienceRecording = (store: AudienceStore): AudienceRecording => ({
  films: store.films,
  present: async (filmIds, transaction) => new Set((await store.ratedFilms(filmIds, transaction)).keys()),
  addViews: (views, now, transaction) => store.addViews(views, now, trailLength, transaction),
  addRatings: async (ratings, transaction) => {
    const byFilm = Map.groupBy(ratings, ({ movieId }) => movieId);
    const films = await store.ratedFilms([...byFilm.keys()], transaction);
    const changes = new Map<string, Partial<Omit<MovieRecord, '_id'>>>();
    for (const [id, film] of films) {
      const given = byFilm.get(id) ?? [];
      const viewers = {
        viewerRatingSum: given.reduce((sum, { rating }) => sum + rating, film.viewerRatingSum),
        viewerRatingCount: film.viewerRatingCount + given.length,
      };
      changes.set(id, { ...viewers, rating: ratingOf({ ...film, ...viewers }) });
    }
    await store.updateFilms(changes, transaction);
  },
});
