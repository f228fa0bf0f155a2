import { hash } from 'node:crypto';
import { orderOf, type Channels } from './channels.ts';
import type { Rhythm } from './rhythm.ts';
import { createDraw, randomOf, zipfWeights, type SeededRandom } from './seeded-random.ts';
import { descriptionOf, titleOf, topics, type Topic } from './topics.ts';

/** A public video. */
export interface SeedVideo {
  /** Place among the videos of the seed, from 0: the earliest first. */
  readonly index: number;
  /** 22 characters of base64url, like those of other videos. */
  readonly id: string;
  /** Place of its channel. */
  readonly channel: number;
  readonly title: string;
  readonly description: string;
  /** A slug. */
  readonly category: string;
  readonly durationSeconds: number;
  readonly publishedAt: Date;
}

export interface Videos {
  readonly count: number;
  at(index: number): SeedVideo;
  idOf(index: number): string;
  /** Place of its channel. */
  channelOf(index: number): number;
  /**
   * What somebody watches at a moment, of what is published by then: by Zipf's law over how popular videos are, and now
   * and then one of the newest.
   * @param atMs milliseconds since 1970, in the time in which things happen.
   */
  draw(atMs: number, random: SeededRandom): number;
  /** From 0, the most popular one. */
  rankOf(index: number): number;
}

export interface VideosOptions {
  readonly seed: number;
  /** One at least, and none without channels. */
  readonly videos: number;
  readonly channels: Channels;
  /** In which the last of them are published. */
  readonly rhythm: Rhythm;
  /** Milliseconds since 1970: where the rhythm begins. */
  readonly startMs: number;
}

/** Of videos, those that were there before anything else happens. */
const earlierShare = 0.8;
/** How long before, at most. */
const longestAgeMs = 2 * 365 * 86_400_000;
/** The later, the more are published. */
const growth = 1.7;

/** Of what is watched, what is watched because it is new. */
const newShare = 0.15;
const newest = 300;

/** Of videos, those that are about something else than the others of the channel. */
const straysShare = 0.12;

/** How far popularity follows that of the channel. */
const channelsPart = 0.6;

const tries = 8;

/** When each is published: milliseconds since 1970, never falling. */
const publicationOf = ({ seed, videos, rhythm, startMs }: VideosOptions): Float64Array => {
  const earlier = Math.max(1, Math.ceil(videos * earlierShare));
  return Float64Array.from({ length: videos }, (_, index) => {
    const within = randomOf(seed, 'publication', index).next();
    if (index >= earlier) return rhythm.at((index - earlier + within) / (videos - earlier));
    const share = (index + within) / earlier;
    return Math.floor(startMs - 1 - longestAgeMs * (1 - share ** (1 / growth)));
  });
};

/** Popular channels publish more, each none before it was opened. */
const channelsOf = ({ seed, videos, channels }: VideosOptions, published: Float64Array): Uint32Array => {
  let oldest = 0;
  for (let channel = 1; channel < channels.count; channel += 1) {
    if (channels.createdAt(channel) < channels.createdAt(oldest)) oldest = channel;
  }
  return Uint32Array.from({ length: videos }, (_, index) => {
    const random = randomOf(seed, 'publisher', index);
    for (let tried = 0; tried < tries; tried += 1) {
      const channel = random.happens(0.5) ? channels.draw(random) : random.below(channels.count);
      if (channels.createdAt(channel) < (published[index] ?? 0)) return channel;
    }
    return oldest;
  });
};

/** Each video is made when it is asked for; when and where they are published, and how popular they are, is kept. */
export const createVideos = (options: VideosOptions): Videos => {
  const { seed, videos, channels } = options;
  const published = publicationOf(options);
  const channelPlaces = channelsOf(options, published);
  const channelOf = (index: number): number => channelPlaces[index] ?? 0;
  const byRank = orderOf(
    Float64Array.from({ length: videos }, (_, index) => {
      const own = randomOf(seed, 'video rank', index).normal();
      return own - channelsPart * Math.log(1 + channels.rankOf(channelOf(index)));
    }),
  );
  const ranks = new Uint32Array(videos);
  for (const [rank, index] of byRank.entries()) ranks[index] = rank;
  const drawRank = createDraw(zipfWeights(videos));
  const drawNew = createDraw(zipfWeights(Math.min(newest, videos)));

  const publishedBy = (atMs: number): number => {
    let low = 0;
    let high = videos;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((published[middle] ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const idOf = (index: number): string =>
    hash('sha256', `video ${index} of seed ${seed}`, 'base64url').slice(0, 22);

  return {
    count: videos,
    idOf,
    channelOf,
    rankOf: (index) => ranks[index] ?? 0,
    draw: (atMs, random) => {
      const there = publishedBy(atMs);
      if (random.happens(newShare)) return Math.max(0, there - 1 - drawNew(random));
      for (let tried = 0; tried < tries; tried += 1) {
        const video = byRank[drawRank(random)] ?? 0;
        if (video < there) return video;
      }
      return random.below(Math.max(1, there));
    },
    at: (index) => {
      const random = randomOf(seed, 'video', index);
      const channel = channelOf(index);
      const topic: Topic = random.happens(straysShare) ? random.pick(topics) : channels.topicOf(channel);
      const minutes = topic.minutes * Math.exp(0.5 * random.normal());
      return {
        index,
        id: idOf(index),
        channel,
        title: titleOf(topic, random),
        description: descriptionOf(random),
        category: topic.category,
        durationSeconds: Math.min(86_400, Math.max(15, Math.round(60 * minutes))),
        publishedAt: new Date(published[index] ?? 0),
      };
    },
  };
};
