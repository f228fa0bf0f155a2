import type { Model } from 'mongoose';
import type { AnalyticsModels } from '../models/index.ts';
import type { FoldedDayRecord } from '../models/records.ts';

/** Which days and months of a thing are folded: what was counted since is in memory and in Redis alone. */
export interface FoldedDaysStore {
  videoDays(videoId: string): Promise<readonly string[]>;
  channelDays(channelId: string): Promise<readonly string[]>;
  channelMonths(channelId: string): Promise<readonly string[]>;
}

/** What comes behind a colon. */
const behind = ';';

/** Keys of a thing stand together, so each is a range of `_id`. */
export const createFoldedDaysStore = (models: AnalyticsModels): FoldedDaysStore => {
  const keysOf = async (model: Model<FoldedDayRecord>, id: string): Promise<readonly string[]> => {
    const found = await model
      .find({ _id: { $gte: `${id}:`, $lt: `${id}${behind}` } }, { _id: 1 })
      .lean<FoldedDayRecord[]>();
    return found.map(({ _id }) => _id);
  };
  return {
    videoDays: (videoId) => keysOf(models.videoDays, videoId),
    channelDays: (channelId) => keysOf(models.channelDays, channelId),
    channelMonths: (channelId) => keysOf(models.channelMonths, channelId),
  };
};
