import type { FindableFollowing } from '../../../shared/findable.ts';
import type { VideoModels } from '../models/index.ts';
import type { ChannelRecord, VideoRecord } from '../models/records.ts';
import { createChannelStore, type ChannelStore } from './channel.store.ts';
import { createRankingStore, type RankingStore } from './ranking.store.ts';
import { createRemovalStore, type RemovalStore } from './removal.store.ts';
import { createReportStore, type ReportStore } from './report.store.ts';
import { createUserBlockStore, type UserBlockStore } from './user-block.store.ts';
import { createVideoStore, type VideoStore } from './video.store.ts';

export interface VideoStores {
  readonly channels: ChannelStore;
  readonly videos: VideoStore;
  readonly removals: RemovalStore;
  readonly reports: ReportStore;
  readonly blocks: UserBlockStore;
  readonly rankings: RankingStore;
}

/** Those who look for channels and videos. */
export interface VideoFollowing {
  readonly channels: FindableFollowing<ChannelRecord>;
  readonly videos: FindableFollowing<VideoRecord>;
}

/** @param following told of each write; `undefined` for stores that write neither channels nor videos. */
export const createVideoStores = (models: VideoModels, following?: VideoFollowing): VideoStores => ({
  channels: createChannelStore(models, following?.channels),
  videos: createVideoStore(models, following?.videos),
  removals: createRemovalStore(models),
  reports: createReportStore(models),
  blocks: createUserBlockStore(models),
  rankings: createRankingStore(models),
});
