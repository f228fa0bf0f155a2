import { createByKeyLoader } from '../../../shared/by-key-loader.ts';
import { ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { MovieRecord } from '../models/records.ts';
import type { FilmNeighboursRecord } from '../models/viewing-records.ts';
import type { ReadNeighbours } from '../stores/neighbour.store.ts';
import type { FilmNeighbours } from './film-neighbours.service.ts';
import { rankedListing, rankedOrder, type FilmReading, type Ranked } from './ranked-listing.ts';
import { leastSharedViewers, shared } from './recommendation-score.ts';

/** Why a film is recommended. */
export type RecommendationReason =
  | { readonly kind: 'SHARED_VIEWERS'; readonly viewers: number }
  | { readonly kind: 'SAME_DIRECTOR'; readonly directorIds: readonly string[] }
  | { readonly kind: 'SHARED_GENRES'; readonly genreIds: readonly string[] };

export interface RecommendedFilm extends Ranked {
  readonly film: MovieRecord;
  /** At least one, the strongest kind first. */
  readonly reasons: readonly RecommendationReason[];
}

interface RankedNeighbour extends Ranked {
  readonly sharedViewers: number;
}

/** What the two films have in common now, whatever was so when they were ranked. */
const reasonsOf = (
  one: Pick<MovieRecord, 'directorIds' | 'genreIds'>,
  other: Pick<MovieRecord, 'directorIds' | 'genreIds'>,
  viewers: number,
): RecommendationReason[] => {
  const directorIds = shared(one.directorIds, other.directorIds);
  const genreIds = shared(one.genreIds, other.genreIds);
  return [
    ...(viewers >= leastSharedViewers ? [{ kind: 'SHARED_VIEWERS', viewers } as const] : []),
    ...(directorIds.length > 0 ? [{ kind: 'SAME_DIRECTOR', directorIds } as const] : []),
    ...(genreIds.length > 0 ? [{ kind: 'SHARED_GENRES', genreIds } as const] : []),
  ];
};

const order = rankedOrder<RecommendedFilm>('RECOMMENDED');

export interface Recommendations {
  /**
   * @param film with its directors and genres.
   * @returns BAD_USER_INPUT for a bad page.
   */
  list(
    film: MovieRecord,
    page: PageArguments,
    reading: FilmReading,
  ): Promise<Result<Connection<RecommendedFilm>>>;
}

export interface RecommendationParts {
  readonly neighbours: FilmNeighbours;
  readonly readNeighbours: ReadNeighbours;
}

/** @returns what makes them for each operation: all films of a page are asked about at once. */
export const createRecommendations =
  ({ neighbours, readNeighbours }: RecommendationParts): (() => Recommendations) =>
  () => {
    const byFilmId = createByKeyLoader<FilmNeighboursRecord, 'films'>(async (filmIds) => {
      await neighbours.prepare(filmIds);
      return readNeighbours(filmIds);
    });
    return {
      list: async (film, page, { movieById, fields }) => {
        const request = pageRequest(order, page);
        if (!request.ok) return request;
        const kept = await byFilmId.load(film._id, ['films']);
        const ranked = (kept?.films ?? []).map(({ filmId, score, sharedViewers }): RankedNeighbour => ({
          _id: filmId,
          score,
          sharedViewers,
        }));
        const listing = rankedListing(order, ranked, async (given) => {
          const byId = new Map(given.map((neighbour) => [neighbour._id, neighbour]));
          const found = await movieById.loadMany(
            given.map(({ _id }) => _id),
            [...fields, 'directorIds', 'genreIds'],
          );
          return found.flatMap((other): RecommendedFilm[] => {
            const { score = 0, sharedViewers = 0 } = byId.get(other._id) ?? {};
            const reasons = reasonsOf(film, other, sharedViewers);
            return reasons.length === 0 ? [] : [{ _id: other._id, score, film: other, reasons }];
          });
        });
        return ok(await readPage(listing, order, request.value));
      },
    };
  };
