import type { CounterGroup } from '../../../shared/counters.ts';
import { hourIdOf, hourMs } from '../../videos/index.ts';
import type { ChannelCounters } from './channel-subscriptions.service.ts';
import type { VideoCounters } from './reactions.service.ts';

/** By `hourIdOf`: what trends is ranked by them. */
export type HourCounters = CounterGroup<'views' | 'likes'>;

export interface VideoViews {
  /** @param by whom: a viewer or an address. @returns whether it counts. */
  record(video: { readonly _id: string; readonly channelId: string }, by: string): Promise<boolean>;
  /**
   * Takes the views of a video that goes from those of its channel, once, however often it is told of.
   */
  takeFromChannel(videoId: string, channelId: string): Promise<void>;
}

/** Milliseconds within which the views of a video from one viewer or address count as one. */
const repeatWindowMs = 600_000;
/** Milliseconds in which a removal may be told of again: an upload's address ends much earlier. */
const removalWindowMs = 172_800_000;

/** The hour that runs, of a video. */
export const hourOf = (videoId: string): string => hourIdOf(Math.floor(Date.now() / hourMs), videoId);

export const createVideoViews = (counts: {
  readonly video: VideoCounters;
  readonly channel: ChannelCounters;
  readonly videoHour: HourCounters;
}): VideoViews => ({
  record: async ({ _id, channelId }, by) => {
    const isCounted = await counts.video.addOnce(_id, { views: 1 }, { by, windowMs: repeatWindowMs });
    if (!isCounted) return false;
    await Promise.all([
      counts.channel.add(channelId, { views: 1 }),
      counts.videoHour.add(hourOf(_id), { views: 1 }),
    ]);
    return true;
  },
  takeFromChannel: async (videoId, channelId) => {
    const views = (await counts.video.read([videoId]))[0]?.views ?? 0;
    if (views === 0) return;
    const once = { by: `removed:${videoId}`, windowMs: removalWindowMs };
    await counts.channel.addOnce(channelId, { views: -views }, once);
  },
});
