import { createByKeyLoader, type ByKeyLoader } from '../../../shared/by-key-loader.ts';
import type { EntityReader } from '../../../shared/entity-reader.ts';
import type { ChannelRecord, UserBlockRecord, VideoRecord } from '../models/records.ts';
import type { ChannelField } from '../stores/channel.store.ts';
import type { VideoStores } from '../stores/index.ts';
import type { VideoField } from '../stores/video.store.ts';

/** Reads by key, which live as long as an operation. */
export interface VideoLoaders {
  readonly channelById: ByKeyLoader<ChannelRecord, ChannelField>;
  readonly videoById: ByKeyLoader<VideoRecord, VideoField>;
  readonly publicCountByChannelId: ByKeyLoader<{ readonly _id: string; readonly count: number }, never>;
  /** By `blockIdOf`. */
  readonly blockById: ByKeyLoader<UserBlockRecord, never>;
  /** Forgets all: for an operation that has written. */
  clear(): void;
}

export const createVideoLoaders = (
  { blocks, channels, videos }: VideoStores,
  entities: EntityReader,
): VideoLoaders => {
  const loaders = {
    channelById: createByKeyLoader<ChannelRecord, ChannelField>((keys, fields) =>
      entities.read('channels', keys, fields, channels.byIds),
    ),
    videoById: createByKeyLoader<VideoRecord, VideoField>((keys, fields) =>
      entities.read('videos', keys, fields, videos.byIds),
    ),
    blockById: createByKeyLoader<UserBlockRecord, never>((keys, fields) =>
      entities.read('userBlocks', keys, fields, blocks.byIds),
    ),
    // One count a channel: a group over all of them would depend on every video there is.
    publicCountByChannelId: createByKeyLoader<{ readonly _id: string; readonly count: number }, never>(
      (keys) => Promise.all(keys.map(async (_id) => ({ _id, count: await videos.publicCountOf(_id) }))),
    ),
  };
  return {
    ...loaders,
    clear: () => {
      for (const loader of Object.values(loaders)) loader.clear();
    },
  };
};
