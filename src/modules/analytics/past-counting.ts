import type { AddCounted, PastCounting } from '../../shared/counters.ts';
import { dayOf, monthOf } from './days.ts';
import { keyOf, type ChannelFigure, type VideoFigure } from './models/records.ts';

/** What is counted of what was done at some time. */
export type PastCounted = {
  readonly video: VideoFigure;
  readonly comment: 'likes' | 'replies';
  readonly channel: 'subscribers';
  readonly videoDay: VideoFigure;
  readonly channelDay: ChannelFigure;
  readonly channelMonth: ChannelFigure;
};

type Sums<Name extends string> = Map<string, Partial<Record<Name, number>>>;

const addTo = <Name extends string>(sums: Sums<Name>, id: string, name: Name, by: number): void => {
  const own: Partial<Record<Name, number>> = sums.get(id) ?? {};
  own[name] = (own[name] ?? 0) + by;
  sums.set(id, own);
};

/**
 * Counts what was done at some time, by its day and month besides.
 * @param channelOf the channel of a video; `undefined` where there is no such video.
 */
export const createPastCounting = (
  count: AddCounted<PastCounted>,
  channelOf: (videoId: string) => string | undefined,
): PastCounting => {
  const videos: Sums<VideoFigure> = new Map();
  const comments: Sums<'likes' | 'replies'> = new Map();
  const channels: Sums<'subscribers'> = new Map();
  const videoDays: Sums<VideoFigure> = new Map();
  const channelDays: Sums<ChannelFigure> = new Map();
  const channelMonths: Sums<ChannelFigure> = new Map();
  const toChannel = (channelId: string, figure: ChannelFigure, at: Date): void => {
    const day = dayOf(at.getTime());
    addTo(channelDays, keyOf(channelId, day), figure, 1);
    addTo(channelMonths, keyOf(channelId, monthOf(day)), figure, 1);
  };
  return {
    ofVideo: (id, figure, at) => {
      addTo(videos, id, figure, 1);
      const channelId = channelOf(id);
      if (channelId === undefined) return;
      addTo(videoDays, keyOf(id, dayOf(at.getTime())), figure, 1);
      toChannel(channelId, figure, at);
    },
    ofComment: (id, figure) => addTo(comments, id, figure, 1),
    subscriber: (channelId, at) => {
      addTo(channels, channelId, 'subscribers', 1);
      toChannel(channelId, 'subscribersGained', at);
    },
    settle: async (transaction) => {
      await count('video', videos, transaction);
      await count('channel', channels, transaction);
      await count('comment', comments, transaction);
      await count('videoDay', videoDays, transaction);
      await count('channelDay', channelDays, transaction);
      await count('channelMonth', channelMonths, transaction);
    },
  };
};
