import type { CounterGroup } from '../../../shared/counters.ts';
import { dayOf, monthOf } from '../days.ts';
import { keyOf, type ChannelFigure, type ChannelFigures, type VideoFigure } from '../models/records.ts';

/** What is counted of a channel as such. Its views are those of its videos, which count by day with them. */
export type ChannelCount = 'subscribers' | 'views';

export interface DayCountingParts {
  readonly video: CounterGroup<VideoFigure>;
  readonly channel: CounterGroup<ChannelCount>;
  /** By video and day, see {@link keyOf}; the next two by channel. */
  readonly videoDay: CounterGroup<VideoFigure>;
  readonly channelDay: CounterGroup<ChannelFigure>;
  readonly channelMonth: CounterGroup<ChannelFigure>;
  /** The channel of a video; `undefined` where there is no such video any more. */
  readonly channelOf: (videoId: string) => Promise<string | undefined>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** Counters like those they are made of, which also count by day and month what is added to them. */
export interface DayCounting {
  readonly video: CounterGroup<VideoFigure>;
  readonly channel: CounterGroup<ChannelCount>;
}

export const createDayCounting = (parts: DayCountingParts): DayCounting => {
  const { video, channel, videoDay, channelDay, channelMonth, channelOf, nowMs } = parts;

  const toChannel = (channelId: string, by: Partial<ChannelFigures>) => {
    const day = dayOf(nowMs());
    return [channelDay.add(keyOf(channelId, day), by), channelMonth.add(keyOf(channelId, monthOf(day)), by)];
  };
  const addToVideo: CounterGroup<VideoFigure>['add'] = async (videoId, by) => {
    const channelId = await channelOf(videoId);
    // All begin in one turn of the event loop, so that they are kept in one step.
    await Promise.all([
      video.add(videoId, by),
      ...(channelId === undefined
        ? []
        : [videoDay.add(keyOf(videoId, dayOf(nowMs())), by), ...toChannel(channelId, by)]),
    ]);
  };
  const addToChannel: CounterGroup<ChannelCount>['add'] = async (channelId, by) => {
    const { subscribers = 0 } = by;
    const change = subscribers > 0 ? { subscribersGained: subscribers } : { subscribersLost: -subscribers };
    await Promise.all([
      channel.add(channelId, by),
      ...(subscribers === 0 ? [] : toChannel(channelId, change)),
    ]);
  };
  return {
    video: {
      ...video,
      add: addToVideo,
      addOnce: async (id, by, once) => {
        if (!(await video.isFirst(id, once))) return false;
        await addToVideo(id, by);
        return true;
      },
    },
    channel: {
      ...channel,
      add: addToChannel,
      addOnce: async (id, by, once) => {
        if (!(await channel.isFirst(id, once))) return false;
        await addToChannel(id, by);
        return true;
      },
    },
  };
};
