import { ok, type Result } from '../../../shared/faults.ts';
import type { LiveEvents } from '../../../shared/live-events.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import { listsOf, type Placed } from '../lists-of-video.ts';
import type { VideoRecord } from '../models/records.ts';
import type { VideoStore } from '../stores/video.store.ts';
import { videoTopic } from '../video-topic.ts';
import { noSuchVideo } from './video-access.service.ts';
import type { VideoFollower } from './video-removal.service.ts';

/**
 * Changes a video, and with it the lists that it stands in.
 * @param changesOf told what is there; may be asked again when that changed meanwhile. A fault changes nothing.
 * @returns the video as it is then; NOT_FOUND.
 */
export type ChangeVideo = (
  id: string,
  changesOf: (video: VideoRecord) => Result<Partial<VideoRecord>>,
) => Promise<Result<VideoRecord>>;

export const createVideoChange = (
  videos: VideoStore,
  inTransaction: InTransaction,
  followers: readonly VideoFollower[],
  events: Pick<LiveEvents, 'publish'>,
): ChangeVideo => {
  const listings = followers.flatMap(({ listing }) => listing ?? []);

  /** The same step for those who follow what is in the lists. */
  const updateListed = async (
    id: string,
    changes: Partial<VideoRecord>,
    seen: Partial<VideoRecord>,
  ): Promise<VideoRecord | null> => {
    const changed = await inTransaction(async (transaction) => {
      const video = await videos.update(id, changes, seen, transaction);
      if (!video) return null;
      for (const listing of listings) {
        await (video.listedIn.length > 0
          ? listing.videoListed(video, transaction)
          : listing.videoUnlisted(video, transaction));
      }
      return video;
    });
    if (changed) for (const listing of listings) listing.changed();
    return changed;
  };

  return async (id, changesOf) => {
    for (;;) {
      const video = await videos.byId(id);
      if (!video) return noSuchVideo();
      const changes = changesOf(video);
      if (!changes.ok) return changes;
      if (Object.keys(changes.value).length === 0) return ok(video);
      // What the lists follow from, and what decides whether it may change: written only over what was seen.
      const { status, takenDownAt, category, channelId, isReady } = video;
      const seen: Placed & Pick<VideoRecord, 'isReady'> = {
        status,
        takenDownAt,
        category,
        channelId,
        isReady,
      };
      const isPlaced = Object.keys(seen).some((path) => path in changes.value);
      const listedIn = isPlaced ? listsOf({ ...video, ...changes.value }) : video.listedIn;
      const comesOrGoes = listedIn.length > 0 !== video.listedIn.length > 0;
      const placed = isPlaced ? { ...changes.value, listedIn } : changes.value;
      const changed =
        comesOrGoes && listings.length > 0
          ? await updateListed(id, placed, seen)
          : await videos.update(id, placed, isPlaced ? seen : {});
      if (!changed) continue;
      if (changed.status !== status || changed.takenDownAt !== takenDownAt) {
        events.publish(videoTopic(id), {});
      }
      return ok(changed);
    }
  };
};
