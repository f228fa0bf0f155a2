import type { CounterGroup } from '../../../shared/counters.ts';
import { mapEvents, mergeEvents, startingWith } from '../../../shared/event-streams.ts';
import type { LiveEventPayload, LiveEvents } from '../../../shared/live-events.ts';
import { videoTopic } from '../../videos/index.ts';
import type { CommentRecord } from '../models/records.ts';
import type { VideoCounters } from './reactions.service.ts';

/** What can happen to a comment. */
export type CommentChange = 'added' | 'edited' | 'deleted';

/** What a listener to comments is told: a comment, or that the video itself has changed. */
export interface CommentEvent {
  /** `null`: look whether the video is still there. */
  readonly commentId: string | null;
}

/** What viewers do under a video, while it happens. */
export interface SocialLive {
  comments(videoId: string, change: CommentChange): AsyncIterableIterator<CommentEvent>;
  /** Begins with one, so that nothing is missed between asking and listening. */
  counters(videoId: string): AsyncIterableIterator<object>;
}

/** Told of comments that change. */
export type TellOfComment = (change: CommentChange, comment: Pick<CommentRecord, '_id' | 'videoId'>) => void;

const topics = {
  comments: (videoId: string, change: CommentChange) => `video:${videoId}:comment:${change}`,
  counters: (videoId: string) => `video:${videoId}:counters`,
};

/** Milliseconds. */
const countersAtMostEveryMs = 1_000;

export const createCommentTelling =
  (events: Pick<LiveEvents, 'publish'>): TellOfComment =>
  (change, { _id: commentId, videoId }) =>
    events.publish(topics.comments(videoId, change), { commentId });

/** Counters of videos, whose changes are told of. */
export const createToldCounters = (
  counts: VideoCounters,
  events: Pick<LiveEvents, 'publish'>,
): CounterGroup<'views' | 'likes' | 'dislikes' | 'comments'> => {
  const tell = (videoId: string): void =>
    events.publish(topics.counters(videoId), {}, { atMostEveryMs: countersAtMostEveryMs });
  return {
    ...counts,
    add: async (id, by) => {
      await counts.add(id, by);
      tell(id);
    },
    addOnce: async (id, by, once) => {
      const counted = await counts.addOnce(id, by, once);
      if (counted) tell(id);
      return counted;
    },
  };
};

const commentIn = ({ commentId }: LiveEventPayload): CommentEvent => ({
  commentId: typeof commentId === 'string' ? commentId : null,
});

/** All who listen to a telling get the same object of it, so that what they ask of it can be executed once. */
const sameForAll = (): ((payload: LiveEventPayload) => CommentEvent) => {
  const made = new WeakMap<LiveEventPayload, CommentEvent>();
  return (payload) => {
    const known = made.get(payload) ?? commentIn(payload);
    made.set(payload, known);
    return known;
  };
};

export const createSocialLive = (events: Pick<LiveEvents, 'subscribe'>): SocialLive => {
  const commentEventOf = sameForAll();
  return {
    comments: (videoId, change) =>
      mapEvents(
        mergeEvents([
          events.subscribe(topics.comments(videoId, change)),
          events.subscribe(videoTopic(videoId)),
        ]),
        commentEventOf,
      ),
    counters: (videoId) =>
      startingWith<object>(
        {},
        mergeEvents([events.subscribe(topics.counters(videoId)), events.subscribe(videoTopic(videoId))]),
      ),
  };
};
