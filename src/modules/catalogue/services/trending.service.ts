import type { TrendingWindow } from '../../../graphql/generated/resolvers.ts';
import { ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { MovieRecord } from '../models/records.ts';
import type { ReadRanking } from '../stores/ranking.store.ts';
import { hourMs } from '../stores/view.store.ts';
import { rankedListing, rankedOrder, type FilmReading, type Ranked } from './ranked-listing.ts';
import { slug } from './slug-argument.ts';
import type { TrendingRankings } from './trending-rankings.service.ts';

/** A film in a ranking, with what of it was asked for. */
export interface TrendingFilm extends Ranked {
  readonly film: MovieRecord;
}

export interface TrendingRequest {
  readonly window: TrendingWindow;
  /** Slug of a genre. */
  readonly genre: string | null | undefined;
  readonly page: PageArguments;
}

/** A page, and when time makes it another one, in milliseconds since 1970. */
export interface TrendingPage {
  readonly page: Connection<TrendingFilm>;
  readonly endsAtMs: number;
}

/** Milliseconds until a first view is looked for again, where there was none. */
const emptyLifeMs = 60_000;

export interface TrendingParts {
  readonly rankings: TrendingRankings;
  readonly readRanking: ReadRanking;
}

export interface Trending {
  /** @returns BAD_USER_INPUT for a bad genre or page. */
  list(
    request: TrendingRequest,
    reading: FilmReading & { readonly nowMs: number },
  ): Promise<Result<TrendingPage>>;
}

export const createTrending = ({ rankings, readRanking }: TrendingParts): Trending => ({
  list: async ({ window, genre, page }, { fields, movieById, nowMs }) => {
    const genreId = slug('genre', 'science-fiction', genre);
    if (!genreId.ok) return genreId;
    const order = rankedOrder<TrendingFilm>(`TRENDING:${window}`);
    const request = pageRequest(order, page);
    if (!request.ok) return request;
    const hour = Math.floor(nowMs / hourMs);
    const isThere = await rankings.prepare(window, hour);
    const films = isThere ? await readRanking({ window, hour, genreId: genreId.value }) : [];
    const ranked = films.map(({ filmId, score }): Ranked => ({ _id: filmId, score }));
    const listing = rankedListing(order, ranked, async (given) => {
      const scores = new Map(given.map(({ _id, score }) => [_id, score]));
      const found = await movieById.loadMany(
        given.map(({ _id }) => _id),
        [...fields, 'genreIds'],
      );
      return found
        .filter((film) => genreId.value === undefined || film.genreIds.includes(genreId.value))
        .map((film) => ({ _id: film._id, score: scores.get(film._id) ?? 0, film }));
    });
    const hourEndMs = (hour + 1) * hourMs;
    return ok({
      page: await readPage(listing, order, request.value),
      endsAtMs: isThere ? hourEndMs : Math.min(nowMs + emptyLifeMs, hourEndMs),
    });
  },
});
