import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { moment, number, recordOptions, text } from '../../../shared/record-schema.ts';
import type {
  FilmCountRecord,
  FilmNeighboursRecord,
  FilmViewHourRecord,
  FilmViewMarkRecord,
  TrendingRankingRecord,
  ViewTrailRecord,
} from './viewing-records.ts';

export interface ViewingModels {
  readonly filmCounts: Model<FilmCountRecord>;
  readonly filmViewHours: Model<FilmViewHourRecord>;
  readonly filmViewMarks: Model<FilmViewMarkRecord>;
  readonly viewTrails: Model<ViewTrailRecord>;
  readonly trendingRankings: Model<TrendingRankingRecord>;
  readonly filmNeighbours: Model<FilmNeighboursRecord>;
}

/** Those that queries read. They are written behind the back of the cache. */
const unfollowed =
  'views tick too often to make answers anew: what is read of them is as old as the hints in the schema allow';
export const viewingCollections = [
  { collection: 'filmCounts', unfollowed },
  { collection: 'trendingRankings', unfollowed },
  { collection: 'filmNeighbours', unfollowed },
] as const;

const daySeconds = 86_400;
/** A day more than the longest window of the rankings. */
export const hourLifeSeconds = 8 * daySeconds;
export const trailLifeSeconds = 90 * daySeconds;

const filmCountSchema = (): Schema<FilmCountRecord> =>
  new Schema<FilmCountRecord>({ _id: text, views: number }, { ...recordOptions, collection: 'filmCounts' });

const filmViewHourSchema = (): Schema<FilmViewHourRecord> =>
  new Schema<FilmViewHourRecord>(
    { _id: text, filmId: text, hour: moment, views: number },
    { ...recordOptions, collection: 'filmViewHours' },
  ).index({ hour: 1 }, { expireAfterSeconds: hourLifeSeconds });

const filmViewMarkSchema = (): Schema<FilmViewMarkRecord> =>
  new Schema<FilmViewMarkRecord>(
    { _id: text, expiresAt: moment },
    { ...recordOptions, collection: 'filmViewMarks' },
  ).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const viewTrailSchema = (): Schema<ViewTrailRecord> =>
  new Schema<ViewTrailRecord>(
    { _id: text, filmIds: { type: [String], required: true }, lastAt: moment },
    { ...recordOptions, collection: 'viewTrails' },
  )
    .index({ filmIds: 1, lastAt: -1 })
    .index({ lastAt: 1 }, { expireAfterSeconds: trailLifeSeconds });

const trendingRankingSchema = (): Schema<TrendingRankingRecord> =>
  new Schema<TrendingRankingRecord>(
    { _id: text, films: [{ _id: false, filmId: text, score: number }], expiresAt: moment },
    { ...recordOptions, collection: 'trendingRankings' },
  ).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const filmNeighboursSchema = (): Schema<FilmNeighboursRecord> =>
  new Schema<FilmNeighboursRecord>(
    {
      _id: text,
      films: [{ _id: false, filmId: text, score: number, sharedViewers: number }],
      computedAt: moment,
    },
    { ...recordOptions, collection: 'filmNeighbours' },
  ).index({ computedAt: 1 });

export const createViewingModels = (connection: Connection): ViewingModels => ({
  filmCounts: connection.model<FilmCountRecord, Model<FilmCountRecord>>('FilmCount', filmCountSchema()),
  filmViewHours: connection.model<FilmViewHourRecord, Model<FilmViewHourRecord>>(
    'FilmViewHour',
    filmViewHourSchema(),
  ),
  filmViewMarks: connection.model<FilmViewMarkRecord, Model<FilmViewMarkRecord>>(
    'FilmViewMark',
    filmViewMarkSchema(),
  ),
  viewTrails: connection.model<ViewTrailRecord, Model<ViewTrailRecord>>('ViewTrail', viewTrailSchema()),
  trendingRankings: connection.model<TrendingRankingRecord, Model<TrendingRankingRecord>>(
    'TrendingRanking',
    trendingRankingSchema(),
  ),
  filmNeighbours: connection.model<FilmNeighboursRecord, Model<FilmNeighboursRecord>>(
    'FilmNeighbours',
    filmNeighboursSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareViewingCollections = async (models: ViewingModels): Promise<void> => {
  await prepareCollections(models);
};
