import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import {
  anyText,
  boolean,
  moment,
  number,
  optionalMoment,
  optionalText,
  recordOptions,
  text,
} from '../../../shared/record-schema.ts';
import type {
  ChannelRecord,
  FileRecord,
  UserBlockRecord,
  VideoHourRecord,
  VideoRankingRecord,
  VideoRecord,
  VideoRemovalRecord,
  VideoReportRecord,
} from './records.ts';

export interface VideoModels {
  readonly channels: Model<ChannelRecord>;
  readonly videos: Model<VideoRecord>;
  readonly removals: Model<VideoRemovalRecord>;
  readonly reports: Model<VideoReportRecord>;
  readonly blocks: Model<UserBlockRecord>;
  readonly hours: Model<VideoHourRecord>;
  readonly rankings: Model<VideoRankingRecord>;
}

/**
 * What the cache may know of how these collections are read. `videoRemovals` and `videoHours` are missing since no query reads
 * them.
 */
export const videoCollections = [
  { collection: 'channels', type: 'Channel', facets: ['handle'], fixedFacets: ['ownerId'] },
  { collection: 'videos', type: 'Video', facets: ['listedIn'], fixedFacets: ['ownerId'] },
  {
    collection: 'videoReports',
    type: 'VideoReport',
    facets: ['status'],
    fixedFacets: ['videoId', 'reporterId'],
  },
  { collection: 'userBlocks', fixedFacets: ['userId', 'blockedId'] },
  { collection: 'videoRankings' },
] as const;

const channelSchema = (): Schema<ChannelRecord> =>
  new Schema<ChannelRecord>(
    {
      _id: text,
      ownerId: text,
      handle: text,
      name: text,
      description: anyText,
      avatarUrl: optionalText,
      createdAt: moment,
    },
    { ...recordOptions, collection: 'channels' },
  )
    .index({ handle: 1 }, { unique: true })
    .index({ ownerId: 1 }, { unique: true });

const fileSchema = (): Schema<FileRecord> =>
  new Schema<FileRecord>(
    { contentType: text, sizeBytes: number, key: { type: String } },
    { _id: false, strict: 'throw' },
  );

/** Paths that public videos are sorted by; `_id` decides among equals. */
const sortPaths = ['publishedAt', 'titleKey', 'durationSeconds'] as const;

const videoSchema = (): Schema<VideoRecord> => {
  const schema = new Schema<VideoRecord>(
    {
      _id: text,
      channelId: text,
      ownerId: text,
      title: text,
      titleKey: text,
      description: anyText,
      category: text,
      status: text,
      listedIn: [String],
      isReady: boolean,
      uploadEndsAt: moment,
      fileName: text,
      file: { type: fileSchema(), required: true },
      thumbnail: { type: fileSchema(), default: null },
      durationSeconds: { type: Number, default: null },
      publishedAt: optionalMoment,
      createdAt: moment,
      updatedAt: moment,
      takenDownAt: optionalMoment,
      takenDownFor: optionalText,
    },
    { ...recordOptions, collection: 'videos' },
  );
  for (const sort of sortPaths) schema.index({ listedIn: 1, [sort]: 1, _id: 1 });
  return schema
    .index({ ownerId: 1, createdAt: 1, _id: 1 })
    .index({ ownerId: 1, status: 1, createdAt: 1, _id: 1 })
    .index({ uploadEndsAt: 1 }, { partialFilterExpression: { isReady: false } });
};

const removalSchema = (): Schema<VideoRemovalRecord> =>
  new Schema<VideoRemovalRecord>(
    { _id: text, keys: [String], uploadEndsAt: moment, channelId: optionalText },
    { ...recordOptions, collection: 'videoRemovals' },
  );

const reportSchema = (): Schema<VideoReportRecord> =>
  new Schema<VideoReportRecord>(
    {
      _id: text,
      videoId: text,
      reporterId: text,
      reason: text,
      details: anyText,
      status: text,
      createdAt: moment,
      resolvedAt: optionalMoment,
      resolverId: optionalText,
      note: optionalText,
    },
    { ...recordOptions, collection: 'videoReports' },
  )
    .index({ createdAt: 1, _id: 1 })
    .index({ status: 1, createdAt: 1, _id: 1 })
    .index({ videoId: 1, status: 1 })
    .index({ reporterId: 1 });

const blockSchema = (): Schema<UserBlockRecord> =>
  new Schema<UserBlockRecord>(
    { _id: text, userId: text, blockedId: text, blockedAt: moment },
    { ...recordOptions, collection: 'userBlocks' },
  )
    .index({ userId: 1, blockedAt: 1, _id: 1 })
    .index({ blockedId: 1 });

const hourSchema = (): Schema<VideoHourRecord> =>
  new Schema<VideoHourRecord>(
    { _id: text, views: number, likes: number },
    { ...recordOptions, collection: 'videoHours' },
  );

const rankingSchema = (): Schema<VideoRankingRecord> =>
  new Schema<VideoRankingRecord>(
    { _id: text, videos: [{ _id: false, videoId: text, score: number }], computedAt: moment },
    { ...recordOptions, collection: 'videoRankings' },
  );

export const createVideoModels = (connection: Connection): VideoModels => ({
  channels: connection.model<ChannelRecord, Model<ChannelRecord>>('Channel', channelSchema()),
  videos: connection.model<VideoRecord, Model<VideoRecord>>('Video', videoSchema()),
  removals: connection.model<VideoRemovalRecord, Model<VideoRemovalRecord>>('VideoRemoval', removalSchema()),
  reports: connection.model<VideoReportRecord, Model<VideoReportRecord>>('VideoReport', reportSchema()),
  blocks: connection.model<UserBlockRecord, Model<UserBlockRecord>>('UserBlock', blockSchema()),
  hours: connection.model<VideoHourRecord, Model<VideoHourRecord>>('VideoHour', hourSchema()),
  rankings: connection.model<VideoRankingRecord, Model<VideoRankingRecord>>('VideoRanking', rankingSchema()),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareVideoCollections = async (models: VideoModels): Promise<void> => {
  await prepareCollections(models);
};
