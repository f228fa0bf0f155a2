import { forgettingAfter } from '../../shared/forgetting.ts';
import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { LiveEvents } from '../../shared/live-events.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { RemovalBudget, VideoFollower } from '../videos/index.ts';
import type { SocialModels } from './models/index.ts';
import type {
  ChannelSubscriptionRecord,
  CommentLikeRecord,
  CommentRecord,
  ReactionRecord,
} from './models/records.ts';
import {
  createChannelSubscriptions,
  type ChannelCounters,
  type ChannelSubscriptions,
  type UserCounters,
} from './services/channel-subscriptions.service.ts';
import { createComments, type CommentCounters, type Comments } from './services/comments.service.ts';
import {
  createCommentTelling,
  createSocialLive,
  createToldCounters,
  type SocialLive,
} from './services/live.service.ts';
import { createReactions, type Reactions, type VideoCounters } from './services/reactions.service.ts';
import type { SocialFollower } from './services/social-follower.ts';
import { createVideoViews, type HourCounters, type VideoViews } from './services/video-views.service.ts';
import { createSocialStores, idsIn, type CommentField } from './stores/index.ts';

/** What viewers do with videos and channels, as one operation sees it. */
export interface Social {
  /** By `reactionIdOf`. */
  readonly reactionById: ByKeyLoader<ReactionRecord, 'value'>;
  /** By `subscriptionIdOf`. */
  readonly subscriptionById: ByKeyLoader<ChannelSubscriptionRecord, never>;
  readonly commentById: ByKeyLoader<CommentRecord, CommentField>;
  /** By `commentLikeIdOf`. */
  readonly commentLikeById: ByKeyLoader<CommentLikeRecord, never>;
  readonly videoCounts: VideoCounters;
  readonly commentCounts: CommentCounters;
  readonly comments: Comments;
  readonly channelCounts: ChannelCounters;
  readonly userCounts: UserCounters;
  readonly views: VideoViews;
  readonly reactions: Reactions;
  readonly subscriptions: ChannelSubscriptions;
  readonly live: SocialLive;
}

export interface SocialParts {
  readonly models: SocialModels;
  readonly entities: EntityReader;
  /** In the order in which they are told. */
  readonly followers: readonly SocialFollower[];
  /** Whose readings depend on what they count. */
  readonly counts: {
    readonly video: VideoCounters;
    readonly channel: ChannelCounters;
    readonly comment: CommentCounters;
    readonly user: UserCounters;
    readonly videoHour: HourCounters;
  };
  readonly events: LiveEvents;
}

export interface SocialDomain {
  forOperation(): Social;
  readonly personalData: PersonalDataHolder;
  /** Removes what is about a video or a channel that goes. */
  readonly follower: VideoFollower;
}

/** Documents about a video or a channel that goes, at once. */
const removedAtOnce = 500;

export const createSocialDomain = ({
  models,
  entities,
  followers,
  counts: counted,
  events,
}: SocialParts): SocialDomain => {
  const counts = { ...counted, video: createToldCounters(counted.video, events) };
  const live = createSocialLive(events);
  const stores = createSocialStores(models);
  const reactions = createReactions(stores.reactions, counts, followers);
  const subscriptions = createChannelSubscriptions(stores.subscriptions, counts, followers);
  const views = createVideoViews(counts);
  const comments = createComments(stores, counts, followers, createCommentTelling(events));
  /** @returns whether all are gone, rather than as many as the budget was for. */
  const removeReactionsAbout = async (videoId: string, budget: RemovalBudget): Promise<boolean> => {
    for (;;) {
      const ids = await stores.reactions.idsAbout(videoId, removedAtOnce);
      if (ids.length === 0) return true;
      if (!budget.take(ids.length)) return false;
      await stores.reactions.removeAll(ids);
    }
  };
  /** @returns likewise. */
  const removeCommentsAbout = async (videoId: string, budget: RemovalBudget): Promise<boolean> => {
    for (;;) {
      const ids = await stores.comments.idsAbout(videoId, removedAtOnce);
      if (ids.length === 0) return true;
      if (!budget.take(ids.length)) return false;
      await stores.commentLikes.removeAbout(ids);
      await counts.comment.forget(ids);
      await stores.comments.removeAll(ids);
    }
  };
  return {
    forOperation: () => {
      const reactionById = createByKeyLoader<ReactionRecord, 'value'>((keys, fields) =>
        entities.read('reactions', keys, fields, stores.reactions.byIds),
      );
      const subscriptionById = createByKeyLoader<ChannelSubscriptionRecord, never>((keys, fields) =>
        entities.read('channelSubscriptions', keys, fields, stores.subscriptions.byIds),
      );
      const commentById = createByKeyLoader<CommentRecord, CommentField>((keys, fields) =>
        entities.read('comments', keys, fields, stores.comments.byIds),
      );
      const commentLikeById = createByKeyLoader<CommentLikeRecord, never>((keys, fields) =>
        entities.read('commentLikes', keys, fields, stores.commentLikes.byIds),
      );
      const loaders = [reactionById, subscriptionById, commentById, commentLikeById];
      const forgetting = forgettingAfter(() => {
        for (const loader of loaders) loader.clear();
      });
      return {
        reactionById,
        subscriptionById,
        commentById,
        commentLikeById,
        commentCounts: counts.comment,
        comments: {
          ...comments,
          add: forgetting(comments.add),
          edit: forgetting(comments.edit),
          remove: forgetting(comments.remove),
          like: forgetting(comments.like),
          unlike: forgetting(comments.unlike),
        },
        videoCounts: counts.video,
        channelCounts: counts.channel,
        userCounts: counts.user,
        views,
        live,
        reactions: { react: forgetting(reactions.react), takeBack: forgetting(reactions.takeBack) },
        subscriptions: {
          ...subscriptions,
          subscribe: forgetting(subscriptions.subscribe),
          unsubscribe: forgetting(subscriptions.unsubscribe),
        },
      };
    },
    personalData: {
      domain: 'social',
      exportOf: async (userId) => ({
        reactions: (await stores.reactions.of(userId)).map(({ videoId, value, reactedAt }) => ({
          videoId: toGlobalId('Video', videoId),
          value,
          reactedAt,
        })),
        comments: (await stores.comments.of(userId)).map(({ _id, videoId, text, createdAt, editedAt }) => ({
          id: toGlobalId('Comment', _id),
          videoId: toGlobalId('Video', videoId),
          text,
          createdAt,
          editedAt,
        })),
        likedComments: (await stores.commentLikes.of(userId)).map(({ commentId, likedAt }) => ({
          commentId: toGlobalId('Comment', commentId),
          likedAt,
        })),
        channelSubscriptions: (await stores.subscriptions.of(userId)).map(({ channelId, subscribedAt }) => ({
          channelId: toGlobalId('Channel', channelId),
          subscribedAt,
        })),
      }),
      eraseOf: async (userId) => {
        for (const { videoId } of await stores.reactions.of(userId))
          await reactions.takeBack(userId, videoId);
        for (const { channelId } of await stores.subscriptions.of(userId))
          await subscriptions.unsubscribe(userId, channelId);
        for (const { commentId } of await stores.commentLikes.of(userId))
          await comments.unlike(userId, commentId);
        await counts.user.forget([userId]);
        for (const { _id } of await stores.comments.of(userId)) await comments.remove(_id);
      },
    },
    follower: {
      videoRemoved: async (videoId, { channelId, budget }) => {
        if (!(await removeReactionsAbout(videoId, budget))) return;
        if (!(await removeCommentsAbout(videoId, budget))) return;
        if (channelId !== null) await views.takeFromChannel(videoId, channelId);
        await counts.video.forget([videoId]);
      },
      // Neither brings the other anything any more.
      userBlocked: async (userId, blockedId, { ofBlocker, ofBlocked }) => {
        if (ofBlocker !== undefined) await subscriptions.unsubscribe(blockedId, ofBlocker);
        if (ofBlocked !== undefined) await subscriptions.unsubscribe(userId, ofBlocked);
      },
      channelRemoved: async (channelId) => {
        for (;;) {
          const found = await stores.subscriptions.someTo(channelId, removedAtOnce);
          if (found.length === 0) break;
          await stores.subscriptions.removeAll(idsIn(found));
          await Promise.all(found.map(({ userId }) => counts.user.add(userId, { subscriptions: -1 })));
        }
        await counts.channel.forget([channelId]);
      },
    },
  };
};
