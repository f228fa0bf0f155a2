import type { LiveEvents } from '../../../shared/live-events.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { ObjectStore } from '../../../shared/object-store.ts';
import type { InTransaction, Transaction } from '../../../shared/transactions.ts';
import type { VideoRecord, VideoRemovalRecord } from '../models/records.ts';
import type { VideoStores } from '../stores/index.ts';
import { videoTopic } from '../video-topic.ts';
import { keyOf } from './naming.ts';

/**
 * Removes videos with all that is theirs. The video and the note of what is left of it change in one step, so that whatever
 * happens afterwards, somebody finishes it.
 */
export interface VideoRemoval {
  /**
   * @param expected removes nothing unless the video still has these.
   * @returns whether it was there.
   */
  remove(id: string, expected?: Partial<VideoRecord>): Promise<boolean>;
  /** Removes files and reports of a video that is gone; the note too, when nothing can come back. */
  finish(removal: VideoRemovalRecord): Promise<void>;
}

/** Another domain, which has something about videos and channels. What it is told of may be told again. */
export interface VideoFollower {
  videoRemoved(videoId: string): Promise<void>;
  channelRemoved(channelId: string): Promise<void>;
  /** Takes part in the step in which a video comes into the public lists, or is out of them. */
  listing?: {
    videoListed(video: VideoRecord, transaction: Transaction): Promise<void>;
    videoUnlisted(video: VideoRecord, transaction: Transaction): Promise<void>;
    /** That the step is done. */
    changed(): void;
  };
  /** That somebody wants nothing of another one from now on. */
  userBlocked?(userId: string, blockedId: string): Promise<void>;
}

export interface VideoRemovalParts {
  readonly followers: readonly VideoFollower[];
  readonly stores: VideoStores;
  readonly files: ObjectStore;
  readonly events: Pick<LiveEvents, 'publish'>;
  readonly inTransaction: InTransaction;
  readonly log: Logger;
}

export const createVideoRemoval = ({
  stores,
  followers,
  files,
  events,
  inTransaction,
  log,
}: VideoRemovalParts): VideoRemoval => {
  const { videos, removals, reports } = stores;

  const finish: VideoRemoval['finish'] = async ({ _id, keys, uploadEndsAt }) => {
    for (const reportId of await reports.idsAbout(_id)) await reports.remove(reportId);
    for (const follower of followers) await follower.videoRemoved(_id);
    // Looked at before: an address that ends now may still be in use.
    const isOver = uploadEndsAt < new Date();
    await files.remove(keys);
    if (isOver) await removals.remove(_id);
  };

  return {
    finish,
    remove: async (id, expected) => {
      const removal = await inTransaction(async (transaction) => {
        const video = await videos.remove(id, expected, transaction);
        if (!video) return undefined;
        const noted: VideoRemovalRecord = {
          _id: id,
          keys: [keyOf.file(id), ...(video.thumbnail ? [keyOf.thumbnail(id)] : [])],
          uploadEndsAt: video.uploadEndsAt,
        };
        await removals.insert(noted, transaction);
        return noted;
      });
      if (!removal) return false;
      events.publish(videoTopic(id), {});
      try {
        await finish(removal);
      } catch (error) {
        log.warn({ err: error, videoId: id }, 'What a removed video leaves is removed later.');
      }
      return true;
    },
  };
};
