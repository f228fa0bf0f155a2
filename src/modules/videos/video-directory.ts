import { createBoundedCache } from '../../shared/bounded-cache.ts';
import type { VideoModels } from './models/index.ts';
import { createVideoStores } from './stores/index.ts';

/** Whose is what: for other domains, which follow what viewers do with videos. */
export interface VideoDirectory {
  /** The channel of a video, which never changes; `undefined` where there is no such video. */
  channelOf(videoId: string): Promise<string | undefined>;
  /** What somebody publishes; `null` for who has no channel. */
  ownedBy(userId: string): Promise<{ readonly _id: string; readonly videoIds: readonly string[] } | null>;
}

/** Of the ids whose channels are remembered: some 40,000 videos. */
const maxCharacters = 1_000_000;

/** @param models on a client whose commands are not followed. */
export const createVideoDirectory = (models: VideoModels): VideoDirectory => {
  const { videos, channels } = createVideoStores(models);
  const known = createBoundedCache<string>(maxCharacters);
  return {
    channelOf: async (videoId) => {
      const remembered = known.get(videoId);
      if (remembered !== undefined) return remembered;
      const channelId = await videos.channelIdOf(videoId);
      if (channelId !== undefined) known.set(videoId, channelId);
      return channelId;
    },
    ownedBy: async (userId) => {
      const channel = await channels.ofOwner(userId, []);
      return channel && { _id: channel._id, videoIds: await videos.idsOwnedBy(userId) };
    },
  };
};
