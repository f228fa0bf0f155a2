import type { AnalyticsPeriod, VideoPerformanceSort } from '../../../graphql/generated/resolvers.ts';
import type { AnswerLife } from '../../../shared/answer-life.ts';
import type { CounterGroup } from '../../../shared/counters.ts';
import { ok, type Result } from '../../../shared/faults.ts';
import {
  listingOf,
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { monthOf } from '../days.ts';
import { keyOf, type ChannelFigure, type RollingPeriod, type VideoFigures } from '../models/records.ts';
import { todayOf } from './channel-figures.service.ts';
import type { ReadPeriodFigures } from './period-figures.service.ts';

/** How a video did in a period. */
export interface PerformanceRecord extends VideoFigures {
  /** Of the video. */
  readonly _id: string;
  readonly createdAt: Date;
  readonly engagement: number;
}

/** A video of a channel, as far as its place in a list depends on it. */
export interface RankedVideo {
  readonly _id: string;
  readonly createdAt: Date;
}

export interface PerformanceRequest {
  readonly period: AnalyticsPeriod;
  readonly sort: VideoPerformanceSort;
  readonly page: PageArguments;
}

export interface Performance {
  /** @returns BAD_USER_INPUT for a bad page. */
  list(
    channel: { readonly _id: string; readonly ownerId: string },
    request: PerformanceRequest,
    life: AnswerLife,
  ): Promise<Result<Connection<PerformanceRecord>>>;
}

export interface PerformanceParts {
  /** The videos that somebody uploaded last, as many as that. */
  readonly latestOf: (ownerId: string, most: number) => Promise<readonly RankedVideo[]>;
  readonly periodFigures: ReadPeriodFigures;
  readonly channelMonth: Pick<CounterGroup<ChannelFigure>, 'read'>;
}

/** Videos of a channel that are put in order: each page reads the figures of all of them. */
export const mostRanked = 2_000;

const rolling: Readonly<Record<AnalyticsPeriod, RollingPeriod | undefined>> = {
  LAST_7_DAYS: 'd7',
  LAST_28_DAYS: 'd28',
  LAST_90_DAYS: 'd90',
  ALL: undefined,
};

const orderOf = (period: AnalyticsPeriod, sort: VideoPerformanceSort): Order<PerformanceRecord> => {
  const downwards = { name: `${period}:${sort}`, nullable: false, direction: -1 } as const;
  switch (sort) {
    case 'VIEWS':
      return { ...downwards, path: 'views', kind: 'number' };
    case 'LIKES':
      return { ...downwards, path: 'likes', kind: 'number' };
    case 'COMMENTS':
      return { ...downwards, path: 'comments', kind: 'number' };
    case 'ENGAGEMENT':
      return { ...downwards, path: 'engagement', kind: 'number' };
    case 'NEWEST':
      return { ...downwards, path: 'createdAt', kind: 'date' };
  }
};

/** Of a period in which more was taken back than given, 0. */
const engagementOf = ({ views, likes, dislikes, comments }: VideoFigures): number =>
  views > 0 ? Math.max(0, likes + dislikes + comments) / views : 0;

export const createPerformance = ({
  latestOf,
  periodFigures,
  channelMonth,
}: PerformanceParts): Performance => ({
  list: async ({ _id, ownerId }, { period, sort, page }, life) => {
    const order = orderOf(period, sort);
    const request = pageRequest(order, page);
    if (!request.ok) return request;
    const today = todayOf(life);
    // Whatever is counted of a video is counted of its channel's month too: so one reading tells what all of them depend on.
    await channelMonth.read([keyOf(_id, monthOf(today))]);
    const videos = await latestOf(ownerId, mostRanked);
    const ids = videos.map((video) => video._id);
    const figures = await periodFigures(ids, rolling[period], today);
    const records = videos.flatMap(({ _id, createdAt }, place): PerformanceRecord[] => {
      const found = figures[place];
      return found ? [{ ...found, _id, createdAt, engagement: engagementOf(found) }] : [];
    });
    return ok(await readPage(listingOf(order, records), order, request.value));
  },
});
