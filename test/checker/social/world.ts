import { sortKeyOf } from '../../../src/shared/sort-key.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import type { Clock } from '../clock.ts';
import { History, type Life } from '../history.ts';
import type { Subject } from '../judge.ts';

export interface VideoValue {
  /** Holds the number of the version that wrote it, so that no two are the same. */
  readonly title: string;
  readonly category: string;
  readonly status: 'PUBLIC' | 'UNLISTED';
}

export interface VideoSubject extends Subject<VideoValue> {
  /** The `_id` in Mongo. */
  readonly key: string;
  readonly number: number;
  readonly channel: ChannelThing;
  readonly publishedAt: Date;
}

/** A channel stays as it is; what is written about it is who follows it. */
export interface ChannelThing {
  readonly id: string;
  readonly key: string;
  readonly handle: string;
  readonly owner: string;
}

export type Reaction = 'LIKE' | 'DISLIKE';

/** What one viewer thinks of one video; `null`: nothing. */
export interface ReactionSubject extends Subject<Reaction> {
  readonly viewer: string;
  readonly video: VideoSubject;
}

/** That one viewer follows one channel; `null`: they do not. */
export interface FollowingSubject extends Subject<'FOLLOWS'> {
  readonly viewer: string;
  readonly channel: ChannelThing;
}

export interface CommentValue {
  readonly text: string;
}

/** A place for one comment of one viewer on one video: written, changed, removed, and written again. */
export interface CommentSubject extends Subject<CommentValue> {
  readonly number: number;
  readonly viewer: string;
  readonly video: VideoSubject;
  /** Its id in the API, once an answer told it. */
  knownId: string | undefined;
}

/**
 * Counts are kept apart from what they count. A process that is killed between the two leaves a count one off, as
 * docs/counters.md says; here are the writes that may have met with that.
 */
export class CountDrift {
  readonly #unknown = new Map<string, Life[]>();

  /** A write that changes this count was sent to this life, and nobody knows what came of it. */
  note(counted: string, life: Life): void {
    this.#unknown.set(counted, [...(this.#unknown.get(counted) ?? []), life]);
  }

  /** By how much the count may be off. */
  of(counted: string): number {
    return this.#unknown.get(counted)?.filter(({ goneAt }) => goneAt !== undefined).length ?? 0;
  }
}

/** Videos, and what viewers do with them. */
export interface SocialWorld {
  readonly channels: readonly ChannelThing[];
  readonly videos: ReadonlyMap<string, VideoSubject>;
  /** By the id of their video. */
  readonly reactions: ReadonlyMap<string, ReadonlyMap<string, ReactionSubject>>;
  /** By the id of their channel. */
  readonly followings: ReadonlyMap<string, ReadonlyMap<string, FollowingSubject>>;
  /** By the id of their video. */
  readonly comments: ReadonlyMap<string, ReadonlyMap<string, CommentSubject>>;
  readonly drift: CountDrift;
}

/** Those who react, follow and comment; the first of them also write notes. */
export const fans = [
  'ann',
  'bob',
  'cleo',
  'dan',
  ...Array.from({ length: 20 }, (_, index) => `fan${index + 5}`),
];
export const categories = ['music', 'gaming', 'science'] as const;
const moods = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern'] as const;

const channelCount = 3;
const videoCount = 12;
const commentsOfEach = 12;
const firstPublishedMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

const two = (number: number): string => String(number).padStart(2, '0');

/** The number stands after the mood, so that a new title is at another place among the others. */
export const videoTitle = (mood: string, number: number, seq: number): string =>
  `${mood} checked video ${two(number)} v${seq}`;
export const anyMood = (pick: (moods: readonly string[]) => string): string => pick(moods);

export const commentText = (number: number, seq: number): string => `comment c${number} v${seq}`;
/** Which comment it is and which version, as its text says. */
export const readComment = (text: string): { readonly id: string; readonly seq: number } | undefined => {
  const [, number, seq] = /^comment c(\d+) v(\d+)$/.exec(text) ?? [];
  return number === undefined ? undefined : { id: `comment-${number}`, seq: Number(seq) };
};

export const titleKeyOf = ({ title }: VideoValue): string => sortKeyOf(title);

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** @param horizon when the oldest read that is under way began. */
export const createSocialWorld = (clock: Clock, horizon: () => number): SocialWorld => {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const channels = numbered(channelCount).map((number): ChannelThing => {
    const key = `c0ffee0000${two(number)}`;
    return { id: toGlobalId('Channel', key), key, handle: `checked-${number}`, owner: `maker${number}` };
  });
  const videos = numbered(videoCount).map((number): VideoSubject => {
    const channel = channels[number % channels.length];
    if (!channel) throw new RangeError('expected a channel for each video');
    const key = `checkedvideo${'x'.repeat(8)}${two(number)}`;
    const value: VideoValue = {
      title: videoTitle(moods[number % moods.length] ?? 'amber', number, 0),
      category: categories[number % categories.length] ?? 'music',
      status: number % 3 === 0 ? 'UNLISTED' : 'PUBLIC',
    };
    return {
      id: toGlobalId('Video', key),
      key,
      number,
      name: `video ${two(number)}`,
      channel,
      publishedAt: new Date(firstPublishedMs + number * dayMs),
      history: new History<VideoValue>(value, clock, horizon),
    };
  });
  const perVideo = <Thing extends { readonly id: string }>(of: (video: VideoSubject) => readonly Thing[]) =>
    new Map(videos.map((video) => [video.id, byId(of(video))]));
  return {
    channels,
    videos: byId(videos),
    reactions: perVideo((video) =>
      // Each viewer has a say on every second video: with more, most would never be written.
      fans
        .filter((_, index) => (index + video.number) % 2 === 0)
        .map((viewer) => ({
          id: `${viewer} on ${video.name}`,
          name: `what ${viewer} thinks of ${video.name}`,
          viewer,
          video,
          history: new History<Reaction>(null, clock, horizon),
        })),
    ),
    followings: new Map(
      channels.map((channel) => [
        channel.id,
        byId(
          fans.map((viewer) => ({
            id: `${viewer} of ${channel.handle}`,
            name: `whether ${viewer} follows ${channel.handle}`,
            viewer,
            channel,
            history: new History<'FOLLOWS'>(null, clock, horizon),
          })),
        ),
      ]),
    ),
    comments: perVideo((video) =>
      numbered(commentsOfEach).map((index): CommentSubject => {
        const number = video.number * 100 + index;
        return {
          id: `comment-${number}`,
          name: `comment ${number} on ${video.name}`,
          number,
          viewer: fans[(video.number + index * 5) % fans.length] ?? 'ann',
          video,
          knownId: undefined,
          history: new History<CommentValue>(null, clock, horizon),
        };
      }),
    ),
    drift: new CountDrift(),
  };
};
