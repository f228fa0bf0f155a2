export { createVideoAudience } from './audience.ts';
export { findableChannels, findableVideos } from './findable-videos.ts';
export {
  createVideoModels,
  prepareVideoCollections,
  videoCollections,
  type VideoModels,
} from './models/index.ts';
export type { ChannelRecord, UserBlockRecord, VideoRecord, VideoReportRecord } from './models/records.ts';
export { createBlockReader, type BlockReader } from './block-reader.ts';
export { channelPaths, videoPaths } from './record-fields.ts';
export { videoResolvers } from './resolvers/index.ts';
export { videoNodes } from './resolvers/nodes.ts';
export { blockIdOf, hourIdOf, hourMs } from './models/records.ts';
export type { Blocks } from './services/blocks.service.ts';
export type { RemovalBudget, VideoFollower } from './services/video-removal.service.ts';
export type { MadeUpChannel, MadeUpVideo, VideoAudience } from './services/audience.service.ts';
export { videoTopic } from './video-topic.ts';
export { createVideoDirectory, type VideoDirectory } from './video-directory.ts';
export { createVideoDomain, type VideoDomain, type Videos } from './videos.ts';
export type {
  BlockedUserConnectionModel,
  BlockedUserEdgeModel,
  TrendingVideoConnectionModel,
  TrendingVideoEdgeModel,
  UploadTargetModel,
  VideoConnectionModel,
  VideoEdgeModel,
  VideoReportConnectionModel,
  VideoReportEdgeModel,
} from './resolver-models.ts';
