import type { Day } from '../days.ts';

/** What is counted of videos. */
export const videoFigures = ['views', 'likes', 'dislikes', 'comments'] as const;
export type VideoFigure = (typeof videoFigures)[number];
export type VideoFigures = Readonly<Record<VideoFigure, number>>;

/** What is counted of channels by day and month. */
export type ChannelFigure = VideoFigure | 'subscribersGained' | 'subscribersLost';
export type ChannelFigures = Readonly<Record<ChannelFigure, number>>;

/** Periods that begin a number of days ago. */
export const rollingDays = { d7: 7, d28: 28, d90: 90 } as const;
export type RollingPeriod = keyof typeof rollingDays;
export const rollingPeriods = Object.keys(rollingDays) as readonly RollingPeriod[];

/** What happened up to a day. */
export interface Baseline extends VideoFigures {
  /** That of the {@link BaselineProgressRecord} that it was made under; one of another is none. */
  readonly generation: string;
  /** The last day on which something did. */
  readonly through: Day;
}

/** Of a video, what happened before each period, in `videoBaselines`; absent where nothing did. */
export type BaselineRecord = {
  /** Of the video. */
  readonly _id: string;
} & { readonly [Period in RollingPeriod]?: Baseline };

/** How far the baselines of a period are, in `baselineProgress`. */
export interface BaselineProgressRecord {
  _id: RollingPeriod;
  /** All of that day, and of those before, is in them; empty at the beginning. */
  through: Day;
  /** Random. Without this record, baselines begin anew, with another one. */
  generation: string;
}

/** Of a folded day, in `videoDays`, `channelDays` and `channelMonths`: what the counters keep besides counts. */
export interface FoldedDayRecord {
  /** See {@link keyOf}. */
  readonly _id: string;
  /** Of videos. */
  readonly day?: Day;
}

/** Ids of counted days and months. */
export const keyOf = (id: string, dayOrMonth: string): string => `${id}:${dayOrMonth}`;
