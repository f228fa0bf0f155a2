import type { CounterGroup } from '../../../shared/counters.ts';
import { hourOf, type HourCounters } from './video-views.service.ts';
import { reactionIdOf, type ReactionRecord, type ReactionValue } from '../models/records.ts';
import type { ReactionStore } from '../stores/index.ts';
import type { Deed, OwnedThing, SocialFollower } from './social-follower.ts';

export type VideoCounters = CounterGroup<'views' | 'likes' | 'dislikes' | 'comments'>;

export interface Reactions {
  /** Instead of whatever they thought before. */
  react(userId: string, video: OwnedThing, value: ReactionValue): Promise<void>;
  takeBack(userId: string, videoId: string): Promise<void>;
}

const counterOf = { LIKE: 'likes', DISLIKE: 'dislikes' } as const;

/**
 * Each change of a reaction is one atomic step that tells what was there before, and is counted by who made it; so a reaction counts
 * once, however often and from wherever it is sent. A process that ends between the two leaves the number one off. Followers are told
 * afterwards, also of what was so before: whoever sends it again after a failure completes it.
 */
export const createReactions = (
  reactions: ReactionStore,
  counts: { readonly video: VideoCounters; readonly videoHour: HourCounters },
  followers: readonly SocialFollower[],
): Reactions => {
  const count = async (
    videoId: string,
    value: ReactionValue | undefined,
    before: ReactionValue | undefined,
  ): Promise<void> => {
    await counts.video.add(videoId, {
      ...(value && { [counterOf[value]]: 1 }),
      ...(before && { [counterOf[before]]: -1 }),
    });
    const likes = Number(value === 'LIKE') - Number(before === 'LIKE');
    if (likes !== 0) await counts.videoHour.add(hourOf(videoId), { likes });
  };
  const likeOf = (userId: string, videoId: string): Deed => ({
    userId,
    stands: async () => (await reactions.byId(reactionIdOf(videoId, userId)))?.value === 'LIKE',
  });
  const tellTakenBack = async (userId: string, videoId: string): Promise<void> => {
    for (const follower of followers) await follower.videoLikeTakenBack(likeOf(userId, videoId), videoId);
  };
  const change = async (userId: string, videoId: string, value: ReactionValue): Promise<void> => {
    const _id = reactionIdOf(videoId, userId);
    for (;;) {
      const before = await reactions.byId(_id);
      if (before?.value === value) return;
      const reactedAt = new Date();
      const next: ReactionRecord = { _id, videoId, userId, value, reactedAt };
      const isDone = before
        ? (await reactions.update(_id, { value, reactedAt }, { value: before.value })) !== null
        : await reactions.insert(next);
      if (!isDone) continue;
      await count(videoId, value, before?.value);
      return;
    }
  };
  return {
    react: async (userId, video, value) => {
      await change(userId, video._id, value);
      if (value === 'DISLIKE') await tellTakenBack(userId, video._id);
      else for (const follower of followers) await follower.videoLiked(likeOf(userId, video._id), video);
    },
    takeBack: async (userId, videoId) => {
      const before = await reactions.remove(reactionIdOf(videoId, userId));
      if (before) await count(videoId, undefined, before.value);
      await tellTakenBack(userId, videoId);
    },
  };
};
