import type { TrendingWindow } from '../../../graphql/generated/resolvers.ts';
import type { RankedFilm } from '../models/viewing-records.ts';
import type { RankingKey, RankingStore } from '../stores/ranking.store.ts';
import { trendingScore, trendingWindows } from './trending-score.ts';

export interface TrendingRankings {
  /**
   * Makes the rankings of an hour, unless they are there: of all films, and of each genre.
   * @returns whether there are any: not as long as nothing was viewed in the window.
   */
  prepare(window: TrendingWindow, hour: number): Promise<boolean>;
}

/** Films in a ranking: five pages of twenty. */
export const rankingLength = 100;

/** Best first; among equals by id, so that the order is total. */
const compare = (a: RankedFilm, b: RankedFilm): number =>
  b.score - a.score || (a.filmId < b.filmId ? 1 : a.filmId > b.filmId ? -1 : 0);

/** @param store on a connection whose commands are not followed. */
export const createTrendingRankings = (store: RankingStore): TrendingRankings => {
  const make = async (window: TrendingWindow, hour: number): Promise<boolean> => {
    const all: RankedFilm[] = [];
    for await (const { filmId, buckets } of store.viewedSince(hour - trendingWindows[window].hours)) {
      const score = trendingScore(buckets, window, hour);
      if (score > 0) all.push({ filmId, score });
    }
    const genres = new Map(
      (await store.genresOf(all.map(({ filmId }) => filmId))).map(({ _id, genreIds }) => [_id, genreIds]),
    );
    const ranked = all.filter(({ filmId }) => genres.has(filmId)).toSorted(compare);
    if (ranked.length === 0) return false;
    const byGenre = new Map<string, RankedFilm[]>();
    for (const film of ranked) {
      for (const genreId of genres.get(film.filmId) ?? []) {
        const films = byGenre.get(genreId) ?? [];
        byGenre.set(genreId, films);
        if (films.length < rankingLength) films.push(film);
      }
    }
    const keyOf = (genreId: string | undefined): RankingKey => ({ window, hour, genreId });
    await store.add([
      ...[...byGenre].map(([genreId, films]) => ({ key: keyOf(genreId), films })),
      // Last: it says that the others are there.
      { key: keyOf(undefined), films: ranked.slice(0, rankingLength) },
    ]);
    return true;
  };

  /** Hours whose rankings are known to be there. */
  const prepared = new Map<TrendingWindow, number>();
  const underWay = new Map<string, Promise<boolean>>();

  const prepareOnce = async (window: TrendingWindow, hour: number): Promise<boolean> => {
    const isThere = (await store.exists({ window, hour, genreId: undefined })) || (await make(window, hour));
    if (isThere) prepared.set(window, hour);
    return isThere;
  };

  return {
    prepare: async (window, hour) => {
      if (prepared.get(window) === hour) return true;
      const name = `${window}:${hour}`;
      let preparing = underWay.get(name);
      if (!preparing) {
        preparing = prepareOnce(window, hour).finally(() => underWay.delete(name));
        underWay.set(name, preparing);
      }
      return preparing;
    },
  };
};
