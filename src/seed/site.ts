import { createChannels, type Channels } from './channels.ts';
import { createSiteEvents, type SiteEvents } from './events.ts';
import type { Population } from './population.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { createRhythm } from './rhythm.ts';
import { randomOf } from './seeded-random.ts';
import { createVideos, type Videos } from './videos.ts';

/** How much of everything there is. */
export interface SiteSizes {
  /** No more than users. */
  readonly channels: number;
  /** One at least. */
  readonly videos: number;
  readonly videoViews: number;
  /** Of videos and comments, dislikes among them. */
  readonly likes: number;
  readonly comments: number;
  /** To channels. */
  readonly subscriptions: number;
}

export interface SiteOptions extends SiteSizes {
  readonly seed: number;
  /** The time in which things happen. */
  readonly days: number;
  /** And its end. */
  readonly endAt: Date;
  readonly population: Population;
}

/** Channels, their videos, and what people do with them. */
export interface Site {
  readonly channels: Channels;
  readonly videos: Videos;
  readonly remarks: Remarks;
  readonly events: SiteEvents;
}

const dayMs = 86_400_000;

/** When each of a kind of things happens: a chance within its place among all of them. */
const createTimes =
  (seed: number, kind: string, count: number, at: (share: number) => number) =>
  (index: number): number =>
    at((index + randomOf(seed, kind, index).next()) / count);

/**
 * The same for the same options. Channels, videos and comments are made when they are asked for, in whatever order; events come one
 * after the other, so that nobody likes the same thing twice.
 * @throws RangeError for more channels than users, and for no videos or no channels.
 */
export const createSite = (options: SiteOptions): Site => {
  const { seed, days, endAt, population, ...sizes } = options;
  if (sizes.videos < 1 || sizes.channels < 1) {
    throw new RangeError(
      `expected a channel and a video at least, but got ${sizes.channels} and ${sizes.videos}`,
    );
  }
  const endMs = endAt.getTime();
  const startMs = endMs - days * dayMs;
  const rhythm = createRhythm(endMs, days);
  const timesOf = (kind: string, count: number) => createTimes(seed, kind, count, rhythm.at);
  const channels = createChannels({ seed, channels: sizes.channels, population, startMs });
  const videos = createVideos({ seed, videos: sizes.videos, channels, rhythm, startMs });
  const commentTimes = timesOf('comment time', sizes.comments);
  const remarks = createRemarks({
    seed,
    comments: sizes.comments,
    scope: JSON.stringify([population.size, days, ...Object.values(sizes)]),
    population,
    videos,
    timeOf: commentTimes,
  });
  const events = createSiteEvents({
    seed,
    sizes,
    population,
    channels,
    videos,
    remarks,
    times: {
      view: timesOf('view time', sizes.videoViews),
      like: timesOf('like time', sizes.likes),
      comment: commentTimes,
      subscription: timesOf('subscription time', sizes.subscriptions),
    },
  });
  return { channels, videos, remarks, events };
};
