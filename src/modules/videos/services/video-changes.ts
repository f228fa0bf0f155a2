import { ok, type Result } from '../../../shared/faults.ts';
import type { LiveEvents } from '../../../shared/live-events.ts';
import { listsOf, type Placed } from '../lists-of-video.ts';
import type { VideoRecord } from '../models/records.ts';
import type { VideoStore } from '../stores/video.store.ts';
import { videoTopic } from '../video-topic.ts';
import { noSuchVideo } from './video-access.service.ts';

/**
 * Changes a video, and with it the lists that it stands in.
 * @param changesOf told what is there; may be asked again when that changed meanwhile. A fault changes nothing.
 * @returns the video as it is then; NOT_FOUND.
 */
export type ChangeVideo = (
  id: string,
  changesOf: (video: VideoRecord) => Result<Partial<VideoRecord>>,
) => Promise<Result<VideoRecord>>;

export const createVideoChange =
  (videos: VideoStore, events: Pick<LiveEvents, 'publish'>): ChangeVideo =>
  async (id, changesOf) => {
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
      const changed = await videos.update(
        id,
        isPlaced ? { ...changes.value, listedIn: listsOf({ ...video, ...changes.value }) } : changes.value,
        isPlaced ? seen : {},
      );
      if (!changed) continue;
      if (changed.status !== status || changed.takenDownAt !== takenDownAt) {
        events.publish(videoTopic(id), {});
      }
      return ok(changed);
    }
  };
