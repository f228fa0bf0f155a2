import type { Day } from '../days.ts';
import type { AnalyticsModels } from '../models/index.ts';
import {
  videoFigures,
  type BaselineProgressRecord,
  type BaselineRecord,
  type FoldedDayRecord,
  type RollingPeriod,
} from '../models/records.ts';

/** What happened to videos before the periods. */
export interface BaselineStore {
  /** How far the baselines of a period are; `undefined` before the first time. */
  through(period: RollingPeriod): Promise<Day | undefined>;
  of(videoIds: readonly string[]): Promise<ReadonlyMap<string, BaselineRecord>>;
  /** The first day after one, or of all, up to another, on which anything happened. */
  nextDay(after: Day | undefined, upTo: Day): Promise<Day | undefined>;
  /** Takes a day into the baselines of a period. Again, or by two at once, it changes nothing; days have to come in their order. */
  takeIn(period: RollingPeriod, day: Day): Promise<void>;
  /** Says that all up to a day is taken in. */
  reached(period: RollingPeriod, day: Day): Promise<void>;
  remove(videoId: string): Promise<void>;
}

/** Documents that one reply takes. */
const wholeBatch = 10_000;

export const createBaselineStore = ({ videoDays, baselines, progress }: AnalyticsModels): BaselineStore => ({
  through: async (period) =>
    (await progress.findOne({ _id: period }).lean<BaselineProgressRecord | null>())?.through,
  of: async (videoIds) => {
    const found = await baselines
      .find({ _id: { $in: [...videoIds] } })
      .batchSize(wholeBatch)
      .lean<BaselineRecord[]>();
    return new Map(found.map((record) => [record._id, record]));
  },
  nextDay: async (after, upTo) => {
    const next = await videoDays
      .findOne({ day: { ...(after !== undefined && { $gt: after }), $lte: upTo } }, { day: 1 })
      .sort({ day: 1 })
      .lean<FoldedDayRecord | null>();
    return next?.day;
  },
  takeIn: async (period, day) => {
    const sumOf = (figure: string) => ({
      $add: [{ $ifNull: [`$${period}.${figure}`, 0] }, `$$new.${period}.${figure}`],
    });
    const sums = Object.fromEntries(videoFigures.map((figure) => [figure, sumOf(figure)]));
    const isIn = { $gte: [{ $ifNull: [`$${period}.through`, ''] }, day] };
    const through = { $literal: day };
    const ofDay = Object.fromEntries(videoFigures.map((figure) => [figure, { $ifNull: [`$${figure}`, 0] }]));
    await videoDays.aggregate(
      [
        { $match: { day } },
        { $project: { _id: { $first: { $split: ['$_id', ':'] } }, [period]: { through, ...ofDay } } },
        {
          $merge: {
            into: baselines.collection.name,
            on: '_id',
            whenNotMatched: 'insert',
            whenMatched: [{ $set: { [period]: { $cond: [isIn, `$${period}`, { through, ...sums }] } } }],
          },
        },
      ],
      { writeConcern: { w: 'majority' } },
    );
  },
  reached: async (period, day) => {
    await progress.updateOne({ _id: period }, { $max: { through: day } }, { upsert: true });
  },
  remove: async (videoId) => void (await baselines.deleteOne({ _id: videoId })),
});
