import type { VideoModels } from '../models/index.ts';
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

export const createVideoStores = (models: VideoModels): VideoStores => ({
  channels: createChannelStore(models),
  videos: createVideoStore(models),
  removals: createRemovalStore(models),
  reports: createReportStore(models),
  blocks: createUserBlockStore(models),
  rankings: createRankingStore(models),
});
