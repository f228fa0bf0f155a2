import type { TrendingWindow } from '../../../graphql/generated/resolvers.ts';
import type { CatalogueModels } from '../models/index.ts';
import type { ViewingModels } from '../models/viewing.ts';
import type { RankedFilm, TrendingRankingRecord } from '../models/viewing-records.ts';
import type { HourOfViews } from '../services/trending-score.ts';
import { hourMs } from './view.store.ts';
import { wholeBatch } from './whole-batch.ts';

/** Which ranking it is: of all films, or of those of one genre. */
export interface RankingKey {
  readonly window: TrendingWindow;
  /** Hours since 1970. */
  readonly hour: number;
  readonly genreId: string | undefined;
}

const rankingId = ({ window, hour, genreId }: RankingKey): string =>
  genreId === undefined ? `${window}:${hour}` : `${window}:${hour}:${genreId}`;

/** @returns the ranking; empty where none is kept. */
export type ReadRanking = (key: RankingKey) => Promise<readonly RankedFilm[]>;

export interface RankingStore {
  exists(key: RankingKey): Promise<boolean>;
  /** Films with their views since an hour, one after another. */
  viewedSince(hour: number): AsyncIterable<{ readonly filmId: string; readonly buckets: HourOfViews[] }>;
  /** Of the films that exist. */
  genresOf(filmIds: readonly string[]): Promise<readonly { _id: string; genreIds: string[] }[]>;
  /** Adds what is not there yet, in this order; what is there stays. */
  add(
    rankings: readonly { readonly key: RankingKey; readonly films: readonly RankedFilm[] }[],
  ): Promise<void>;
}

/** Hours after its own for which a ranking is kept, for computations that began in its hour. */
const keptHours = 2;

export const createRankingReader =
  ({ trendingRankings }: ViewingModels): ReadRanking =>
  async (key) =>
    (await trendingRankings.findOne({ _id: rankingId(key) }, { films: 1 }).lean<TrendingRankingRecord>())
      ?.films ?? [];

export const createRankingStore = (
  { trendingRankings, filmViewHours }: ViewingModels,
  { movies }: CatalogueModels,
): RankingStore => ({
  exists: async (key) =>
    // Majority: what is seen here has to be seen by the reads that follow.
    (await trendingRankings
      .findOne({ _id: rankingId(key) }, { _id: 1 })
      .read('primary')
      .readConcern('majority')
      .lean()) !== null,
  viewedSince: (hour) =>
    filmViewHours
      .aggregate<{ filmId: string; buckets: HourOfViews[] }>([
        { $match: { hour: { $gte: new Date(hour * hourMs) } } },
        {
          $group: {
            _id: '$filmId',
            buckets: { $push: { hour: { $divide: [{ $toLong: '$hour' }, hourMs] }, views: '$views' } },
          },
        },
        { $project: { _id: 0, filmId: '$_id', buckets: 1 } },
      ])
      .cursor(),
  genresOf: (filmIds) =>
    movies
      .find({ _id: { $in: [...filmIds] } }, { genreIds: 1 })
      .batchSize(wholeBatch)
      .lean<{ _id: string; genreIds: string[] }[]>(),
  add: async (rankings) => {
    await trendingRankings.bulkWrite(
      rankings.map(({ key, films }) => ({
        updateOne: {
          filter: { _id: rankingId(key) },
          update: {
            $setOnInsert: {
              films: [...films],
              expiresAt: new Date((key.hour + 1 + keptHours) * hourMs),
            },
          },
          upsert: true,
        },
      })),
      { ordered: true },
    );
  },
});
