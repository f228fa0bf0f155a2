import { createRecordStore, type RecordStore, wholeBatch } from '../../../shared/record-store.ts';
import { listOf } from '../lists-of-video.ts';
import type { VideoModels } from '../models/index.ts';
import { hourIdOf, type VideoRankingRecord, type VideoRecord } from '../models/records.ts';
import { heat } from '../services/video-heat.ts';

/** A video by how much happened to it of late. */
export interface HotVideo {
  readonly videoId: string;
  readonly score: number;
}

export interface RankingStore extends RecordStore<VideoRankingRecord> {
  all(): Promise<readonly VideoRankingRecord[]>;
  /** Of what was counted since an hour, the hottest first. */
  hottest(sinceHour: number, nowHours: number): AsyncIterable<HotVideo>;
  /** Categories of those that are public, by id. */
  publicCategories(videoIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Forgets what was counted before an hour. */
  dropHoursBefore(hour: number): Promise<void>;
}

/** Characters of `hourIdOf` before the video. */
const hourLength = hourIdOf(0).length;

export const createRankingStore = ({ hours, rankings, videos }: VideoModels): RankingStore => ({
  ...createRecordStore(rankings),
  all: () => rankings.find({}).lean<VideoRankingRecord[]>(),
  hottest: (sinceHour, nowHours) =>
    hours
      .aggregate<HotVideo>([
        { $match: { _id: { $gte: hourIdOf(sinceHour) } } },
        {
          $group: {
            _id: { $substrBytes: ['$_id', hourLength, -1] },
            score: { $sum: heat({ $toInt: { $substrBytes: ['$_id', 0, hourLength - 1] } }, nowHours) },
          },
        },
        { $project: { _id: 0, videoId: '$_id', score: { $round: ['$score', 3] } } },
        { $match: { score: { $gt: 0 } } },
        { $sort: { score: -1, videoId: -1 } },
      ])
      .allowDiskUse(true)
      .cursor(),
  publicCategories: async (videoIds) => {
    const found = await videos
      .find({ _id: { $in: [...videoIds] }, listedIn: listOf.all }, { category: 1 })
      .batchSize(wholeBatch)
      .lean<Pick<VideoRecord, '_id' | 'category'>[]>();
    return new Map(found.map(({ _id, category }) => [_id, category]));
  },
  dropHoursBefore: async (hour) => void (await hours.deleteMany({ _id: { $lt: hourIdOf(hour) } })),
});
