import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { anyText, recordOptions, text } from '../../../shared/record-schema.ts';
import { rollingPeriods, type BaselineProgressRecord, type BaselineRecord } from './records.ts';
import type { FoldedDayRecord } from './records.ts';

/**
 * Read beside the requests, on a connection that the cache does not follow: what answers depend on is told by the counters. The
 * days and months are the counters' own to make and write.
 */
export interface AnalyticsModels {
  readonly videoDays: Model<FoldedDayRecord>;
  readonly channelDays: Model<FoldedDayRecord>;
  readonly channelMonths: Model<FoldedDayRecord>;
  readonly baselines: Model<BaselineRecord>;
  readonly progress: Model<BaselineProgressRecord>;
}

const foldedSchema = (collection: string): Schema<FoldedDayRecord> =>
  new Schema<FoldedDayRecord>({ _id: text, day: String }, { ...recordOptions, collection });

const baselineSchema = (): Schema<BaselineRecord> =>
  new Schema<BaselineRecord>(
    { _id: text, ...Object.fromEntries(rollingPeriods.map((period) => [period, Object])) },
    { ...recordOptions, collection: 'videoBaselines' },
  );

const progressSchema = (): Schema<BaselineProgressRecord> =>
  new Schema<BaselineProgressRecord>(
    { _id: text, through: anyText, generation: text },
    { ...recordOptions, collection: 'baselineProgress' },
  );

/** @param connection one whose commands are not followed. */
export const createAnalyticsModels = (connection: Connection): AnalyticsModels => {
  const folded = (name: string, collection: string) =>
    connection.model<FoldedDayRecord, Model<FoldedDayRecord>>(name, foldedSchema(collection));
  return {
    videoDays: folded('VideoDay', 'videoDays'),
    channelDays: folded('ChannelDay', 'channelDays'),
    channelMonths: folded('ChannelMonth', 'channelMonths'),
    baselines: connection.model<BaselineRecord, Model<BaselineRecord>>('VideoBaseline', baselineSchema()),
    progress: connection.model<BaselineProgressRecord, Model<BaselineProgressRecord>>(
      'BaselineProgress',
      progressSchema(),
    ),
  };
};

/** Makes the collections that are missing. */
export const prepareAnalyticsCollections = async ({
  baselines,
  progress,
}: AnalyticsModels): Promise<void> => {
  await prepareCollections({ baselines, progress });
};
