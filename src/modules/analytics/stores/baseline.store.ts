import { randomUUID } from 'node:crypto';
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
  /** How far the baselines of a period are; `null` before the first time, and where they are to begin anew. */
  progress(period: RollingPeriod): Promise<BaselineProgressRecord | null>;
  /** The same, begun where it was not. */
  begun(period: RollingPeriod): Promise<BaselineProgressRecord>;
  of(videoIds: readonly string[]): Promise<ReadonlyMap<string, BaselineRecord>>;
  /** The first day after one, up to another, on which anything happened. */
  nextDay(after: Day, upTo: Day): Promise<Day | undefined>;
  /** Takes a day into the baselines of a period. Again, or by two at once, it changes nothing; days have to come in their order. */
  takeIn(progress: BaselineProgressRecord, day: Day): Promise<void>;
  /** Says that all up to a day is taken in, unless somebody else is further, or began anew. */
  reached(progress: BaselineProgressRecord, day: Day): Promise<void>;
  remove(videoId: string): Promise<void>;
}

/** Documents that one reply takes. */
const wholeBatch = 10_000;

export const createBaselineStore = ({ videoDays, baselines, progress }: AnalyticsModels): BaselineStore => ({
  progress: async (period) => progress.findOne({ _id: period }).lean<BaselineProgressRecord | null>(),
  begun: async (period) => {
    const begin = { $setOnInsert: { through: '', generation: randomUUID() } };
    return progress
      .findOneAndUpdate({ _id: period }, begin, { upsert: true, returnDocument: 'after' })
      .orFail()
      .lean<BaselineProgressRecord>();
  },
  of: async (videoIds) => {
    const found = await baselines
      .find({ _id: { $in: [...videoIds] } })
      .batchSize(wholeBatch)
      .lean<BaselineRecord[]>();
    return new Map(found.map((record) => [record._id, record]));
  },
  nextDay: async (after, upTo) => {
    const next = await videoDays
      .findOne({ day: { $gt: after, $lte: upTo } }, { day: 1 })
      .sort({ day: 1 })
      .lean<FoldedDayRecord | null>();
    return next?.day;
  },
  takeIn: async ({ _id: period, generation }, day) => {
    const sumOf = (figure: string) => ({
      $add: [
        { $cond: [{ $eq: [`$${period}.generation`, generation] }, `$${period}.${figure}`, 0] },
        `$$new.${period}.${figure}`,
      ],
    });
    const sums = Object.fromEntries(videoFigures.map((figure) => [figure, sumOf(figure)]));
    const isKnown = { $eq: [`$${period}.generation`, generation] };
    const isIn = { $and: [isKnown, { $gte: [`$${period}.through`, day] }] };
    const head = { generation: { $literal: generation }, through: { $literal: day } };
    const ofDay = Object.fromEntries(videoFigures.map((figure) => [figure, { $ifNull: [`$${figure}`, 0] }]));
    await videoDays.aggregate(
      [
        { $match: { day } },
        { $project: { _id: { $first: { $split: ['$_id', ':'] } }, [period]: { ...head, ...ofDay } } },
        {
          $merge: {
            into: baselines.collection.name,
            on: '_id',
            whenNotMatched: 'insert',
            whenMatched: [{ $set: { [period]: { $cond: [isIn, `$${period}`, { ...head, ...sums }] } } }],
          },
        },
      ],
      { writeConcern: { w: 'majority' } },
    );
  },
  reached: async ({ _id, generation, through }, day) => {
    await progress.updateOne({ _id, generation, through }, { $set: { through: day } });
  },
  remove: async (videoId) => void (await baselines.deleteOne({ _id: videoId })),
});
