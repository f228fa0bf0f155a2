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
  /**
   * Removes what a video that is gone has left, as far as one go may; the note too, when nothing is left and nothing can come back.
   * @returns whether nothing is left.
   */
  finish(removal: VideoRemovalRecord): Promise<boolean>;
}

/** How much of a removal is done in one go, in writes: of a video that a million people wrote about, nobody waits for all. */
export interface RemovalBudget {
  /** @returns whether so much may be done now; else the follower stops, and is told of the video again. */
  take(writes: number): boolean;
}

export interface VideoGone {
  /** That it was in; `null` where that was not noted. */
  readonly channelId: string | null;
  readonly budget: RemovalBudget;
}

/** Another domain, which has something about videos and channels. What it is told of may be told again. */
export interface VideoFollower {
  videoRemoved(videoId: string, gone: VideoGone): Promise<void>;
  channelRemoved(channelId: string): Promise<void>;
  /** Takes part in the step in which a video comes into the public lists, or is out of them. */
  listing?: {
    videoListed(video: VideoRecord, transaction: Transaction): Promise<void>;
    videoUnlisted(video: VideoRecord, transaction: Transaction): Promise<void>;
    /** That the step is done. */
    changed(): void;
  };
  /** That somebody wants nothing of another one from now on. */
  userBlocked?(
    userId: string,
    blockedId: string,
    /** Ids of their channels. */
    channels: { readonly ofBlocker: string | undefined; readonly ofBlocked: string | undefined },
  ): Promise<void>;
}

/** Writes of a removal in one go. */
const writesInOneGo = 2_000;

const createBudget = (writes: number): RemovalBudget & { readonly isUsedUp: boolean } => {
  let left = writes;
  let isUsedUp = false;
  return {
    take: (wanted) => {
      if (left <= 0) {
        isUsedUp = true;
        return false;
      }
      left -= wanted;
      return true;
    },
    get isUsedUp() {
      return isUsedUp;
    },
  };
};

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

  const finish: VideoRemoval['finish'] = async ({ _id, keys, uploadEndsAt, channelId }) => {
    const budget = createBudget(writesInOneGo);
    for (const reportId of await reports.idsAbout(_id)) await reports.remove(reportId);
    for (const follower of followers) await follower.videoRemoved(_id, { channelId, budget });
    // Looked at before: an address that ends now may still be in use.
    const isOver = uploadEndsAt < new Date();
    await files.remove(keys);
    if (isOver && !budget.isUsedUp) await removals.remove(_id);
    return !budget.isUsedUp;
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
          channelId: video.channelId,
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
