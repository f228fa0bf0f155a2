import { hash } from 'node:crypto';
import type { Population } from './population.ts';
import { randomOf } from './seeded-random.ts';
import { remarkOf } from './topics.ts';
import type { Videos } from './videos.ts';

/** What somebody writes about a video. */
export interface SeedComment {
  /** Place among all comments, from 0: the earliest first. */
  readonly index: number;
  /** Places of the video and of who writes. */
  readonly video: number;
  readonly user: number;
  /** Place of the comment that it answers, which is about the same video and answers none itself. */
  readonly parent: number | undefined;
}

export interface Remarks {
  readonly count: number;
  at(index: number): SeedComment;
  idOf(index: number): string;
  textOf(comment: SeedComment): string;
  /** Place of the video of one of them: less than {@link at} costs. */
  videoOf(index: number): number;
}

export interface RemarksOptions {
  readonly seed: number;
  readonly comments: number;
  /** What tells this run's comments from those of one of other sizes. */
  readonly scope: string;
  readonly population: Population;
  readonly videos: Videos;
  /** When one is written: milliseconds since 1970, never falling. */
  readonly timeOf: (index: number) => number;
}

const answersShare = 0.38;
/** Answers are to one of the last so many comments, and rather to a late one. */
const answered = 4_000;
/** Of answers, those by whose video it is. */
const ownersShare = 0.2;

/** Each is made when it is asked for, in whatever order. */
export const createRemarks = (options: RemarksOptions): Remarks => {
  const { seed, comments, scope, population, videos, timeOf } = options;
  const randomFor = (index: number) => randomOf(seed, 'comment', index);

  /** Of a comment that is answered, or an answer to one, what stands above them: long threads grow the most. */
  const parentOf = (index: number): number | undefined => {
    let found: number | undefined;
    for (let at = index; ; at = found) {
      const random = randomFor(at);
      if (at === 0 || !random.happens(answersShare)) return found;
      found = at - 1 - Math.floor(random.next() ** 2 * Math.min(at, answered));
    }
  };
  /** Of one that answers none. */
  const ownVideoOf = (index: number): number =>
    videos.draw(timeOf(index), randomOf(seed, 'commented', index));

  return {
    count: comments,
    idOf: (index) => hash('sha256', `comment ${index} of seed ${seed}, ${scope}`, 'base64url').slice(0, 22),
    videoOf: (index) => ownVideoOf(parentOf(index) ?? index),
    at: (index) => {
      const parent = parentOf(index);
      const video = ownVideoOf(parent ?? index);
      const random = randomOf(seed, 'commenter', index);
      const isOwners = parent !== undefined && random.happens(ownersShare);
      // The owner of a channel has its place.
      const user = isOwners ? videos.channelOf(video) : population.draw(random);
      return { index, video, user, parent };
    },
    textOf: ({ index, video, user, parent }) => {
      const random = randomOf(seed, 'text', index);
      if (parent === undefined) return remarkOf('remark', random);
      return remarkOf(user === videos.channelOf(video) ? 'ownersAnswer' : 'answer', random);
    },
  };
};
