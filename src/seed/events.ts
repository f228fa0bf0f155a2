import type { Channels } from './channels.ts';
import { createSeenPairs, type SeenPairs } from './pairs.ts';
import type { Population } from './population.ts';
import type { Remarks, SeedComment } from './remarks.ts';
import { randomOf, type SeededRandom } from './seeded-random.ts';
import type { SiteSizes } from './site.ts';
import type { Videos } from './videos.ts';

/** What somebody does; whoever and whatever it is about by their places. */
export type SiteEvent = { readonly at: Date } & (
  | { readonly kind: 'view'; readonly video: number }
  | {
      readonly kind: 'reaction';
      readonly video: number;
      readonly user: number;
      readonly value: 'LIKE' | 'DISLIKE';
    }
  | { readonly kind: 'comment'; readonly comment: SeedComment }
  | { readonly kind: 'commentLike'; readonly comment: number; readonly user: number }
  | { readonly kind: 'subscription'; readonly channel: number; readonly user: number }
);

export interface SiteEvents {
  readonly count: number;
  /**
   * From a place on, in the order of their time; `undefined` where nobody was found who had not done it before. Those in
   * front are gone through too, a million in some seconds: what somebody likes depends on what they liked before.
   */
  from(position: number): Generator<SiteEvent | undefined, void, undefined>;
}

type Stream = 'view' | 'like' | 'comment' | 'subscription';

export interface SiteEventsOptions {
  readonly seed: number;
  readonly sizes: SiteSizes;
  readonly population: Population;
  readonly channels: Channels;
  readonly videos: Videos;
  readonly remarks: Remarks;
  /** When each of a kind happens: milliseconds since 1970, never falling. */
  readonly times: Readonly<Record<Stream, (index: number) => number>>;
}

/** Of likes, those of comments. */
const commentLikesShare = 0.3;
/** Of reactions to videos. */
const dislikesShare = 0.06;
/** Comments that are liked: one of the last so many, and rather a late one. */
const likedComments = 5_000;
/** Draws until somebody is found who has not done it yet; then it is left out. */
const tries = 300;

const drawNew = (
  seen: SeenPairs,
  draw: () => readonly [thing: number, user: number] | undefined,
): readonly [thing: number, user: number] | undefined => {
  for (let tried = 0; tried < tries; tried += 1) {
    const pair = draw();
    if (pair && seen.add(...pair)) return pair;
  }
  return undefined;
};

/** @param seen what was liked and followed before. */
const createDraws = (options: SiteEventsOptions) => {
  const { seed, sizes, population, channels, videos, remarks, times } = options;
  const liked = createSeenPairs(sizes.likes);
  const likedComment = createSeenPairs(sizes.likes * commentLikesShare);
  const followed = createSeenPairs(sizes.subscriptions);

  const reaction = (atMs: number, random: SeededRandom): SiteEvent | undefined => {
    const pair = drawNew(liked, () => [videos.draw(atMs, random), population.draw(random)]);
    if (!pair) return undefined;
    const value = random.happens(dislikesShare) ? 'DISLIKE' : 'LIKE';
    return { kind: 'reaction', at: new Date(atMs), video: pair[0], user: pair[1], value };
  };
  const commentLike = (atMs: number, written: number, random: SeededRandom): SiteEvent | undefined => {
    const draw = () => {
      const comment = written - 1 - Math.floor(random.next() ** 2 * Math.min(written, likedComments));
      return [comment, population.draw(random)] as const;
    };
    const pair = drawNew(likedComment, draw);
    return pair && { kind: 'commentLike', at: new Date(atMs), comment: pair[0], user: pair[1] };
  };

  return {
    view: (index: number): SiteEvent => {
      const atMs = times.view(index);
      return { kind: 'view', at: new Date(atMs), video: videos.draw(atMs, randomOf(seed, 'watched', index)) };
    },
    comment: (index: number): SiteEvent => ({
      kind: 'comment',
      at: new Date(times.comment(index)),
      comment: remarks.at(index),
    }),
    /** @param written comments that there are by then. */
    like: (index: number, written: number): SiteEvent | undefined => {
      const atMs = times.like(index);
      const random = randomOf(seed, 'liked', index);
      const isOfComment = random.happens(commentLikesShare) && written > 0;
      return isOfComment ? commentLike(atMs, written, random) : reaction(atMs, random);
    },
    subscription: (index: number): SiteEvent | undefined => {
      const random = randomOf(seed, 'followed', index);
      const pair = drawNew(followed, () => {
        const channel = channels.draw(random);
        const user = population.draw(random);
        return user === channel ? undefined : [channel, user];
      });
      return (
        pair && {
          kind: 'subscription',
          at: new Date(times.subscription(index)),
          channel: pair[0],
          user: pair[1],
        }
      );
    },
  };
};

export const createSiteEvents = (options: SiteEventsOptions): SiteEvents => {
  const { sizes, times } = options;
  const counts = {
    view: sizes.videoViews,
    comment: sizes.comments,
    like: sizes.likes,
    subscription: sizes.subscriptions,
  } as const;
  return {
    count: counts.view + counts.comment + counts.like + counts.subscription,
    *from(position) {
      const draws = createDraws(options);
      const streams = (['comment', 'view', 'like', 'subscription'] as const).map((kind) => ({
        kind,
        index: 0,
        atMs: counts[kind] === 0 ? Infinity : times[kind](0),
      }));
      const [comments] = streams;
      for (let place = 0; ; place += 1) {
        let next = streams[0];
        for (const stream of streams) if (next && stream.atMs < next.atMs) next = stream;
        if (!next || next.atMs === Infinity) return;
        const { kind, index } = next;
        next.index += 1;
        next.atMs = next.index < counts[kind] ? times[kind](next.index) : Infinity;
        // What depends on nothing before need not be made to be passed over.
        if (place < position && (kind === 'view' || kind === 'comment')) continue;
        const event = kind === 'like' ? draws.like(index, comments?.index ?? 0) : draws[kind](index);
        if (place >= position) yield event;
      }
    },
  };
};
