import type { AddCounted, Counts } from '../../shared/counters.ts';
import type { Transaction } from '../../shared/transactions.ts';
import { dayOf, monthOf } from './days.ts';
import type { AnalyticsModels } from './models/index.ts';
import { keyOf, type ChannelFigure, type VideoFigure } from './models/records.ts';

/** Something that happened once, at some time: of a video, or that somebody followed a channel. */
export type PastEvent = { readonly at: Date } & (
  | { readonly videoId: string; readonly figure: VideoFigure }
  | { readonly channelId: string; readonly figure: 'subscribersGained' }
);

/** Counts by day what happened in the past, as part of the step that counts it at all. */
export type CountPastDays = (events: readonly PastEvent[], transaction: Transaction) => Promise<void>;

type DayCounted = {
  readonly videoDay: VideoFigure;
  readonly channelDay: ChannelFigure;
  readonly channelMonth: ChannelFigure;
};

/** Sums by what is counted. */
class Sums<Name extends string> {
  readonly all = new Map<string, Partial<Counts<Name>>>();
  add(id: string, name: Name): void {
    const known: Partial<Record<Name, number>> = this.all.get(id) ?? {};
    known[name] = (known[name] ?? 0) + 1;
    this.all.set(id, known);
  }
}

/** @param channelOf the channel of a video; what is about none is counted nowhere. */
export const createPastDays =
  (
    count: AddCounted<DayCounted>,
    channelOf: (videoId: string) => Promise<string | undefined>,
  ): CountPastDays =>
  async (events, transaction) => {
    const videoDays = new Sums<VideoFigure>();
    const channelDays = new Sums<ChannelFigure>();
    const channelMonths = new Sums<ChannelFigure>();
    const ofChannel = (channelId: string, day: string, figure: ChannelFigure): void => {
      channelDays.add(keyOf(channelId, day), figure);
      channelMonths.add(keyOf(channelId, monthOf(day)), figure);
    };
    for (const event of events) {
      const day = dayOf(event.at.getTime());
      if ('channelId' in event) {
        ofChannel(event.channelId, day, event.figure);
        continue;
      }
      const channelId = await channelOf(event.videoId);
      if (channelId === undefined) continue;
      videoDays.add(keyOf(event.videoId, day), event.figure);
      ofChannel(channelId, day, event.figure);
    }
    await count('channelMonth', channelMonths.all, transaction);
    await count('channelDay', channelDays.all, transaction);
    await count('videoDay', videoDays.all, transaction);
  };

/** For whoever added to days that are over: what was before the periods is found anew. */
export const beginBaselinesAnew = async ({ progress }: AnalyticsModels): Promise<void> => {
  await progress.deleteMany({});
};
