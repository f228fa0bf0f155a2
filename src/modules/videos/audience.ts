import { createRecordBatch } from '../../shared/record-batch.ts';
import type { VideoModels } from './models/index.ts';
import { createVideoAudience as createService, type VideoAudience } from './services/audience.service.ts';

/** Adds channels and videos that were made up. @param models of the client whose writes are followed. */
export const createVideoAudience = ({ channels, videos }: VideoModels): VideoAudience =>
  createService({ channels: createRecordBatch(channels), videos: createRecordBatch(videos) });
