import type { AddCounted, Counts } from '../../../shared/counters.ts';
import type { RecordBatch } from '../../../shared/record-batch.ts';
import type { Transaction } from '../../../shared/transactions.ts';
import {
  commentLikeIdOf,
  reactionIdOf,
  subscriptionIdOf,
  threadOf,
  type ChannelSubscriptionRecord,
  type CommentLikeRecord,
  type CommentRecord,
  type ReactionRecord,
} from '../models/records.ts';

/** What viewers did at some time, of videos and channels that there are. */
export interface PastDeeds {
  /** Each one, with the channel of the video. */
  readonly views: readonly {
    readonly videoId: string;
    readonly channelId: string;
    readonly viewedAt: Date;
  }[];
  readonly reactions: readonly Omit<ReactionRecord, '_id'>[];
  /** In the order of their time: an answer after what it answers. */
  readonly comments: readonly Omit<CommentRecord, 'thread' | 'editedAt'>[];
  readonly commentLikes: readonly Omit<CommentLikeRecord, '_id'>[];
  readonly subscriptions: readonly Omit<ChannelSubscriptionRecord, '_id'>[];
}

/** What was not there before. */
export interface AddedDeeds {
  readonly reactions: number;
  readonly comments: number;
  readonly commentLikes: number;
  readonly subscriptions: number;
}

/** What these are counted by. */
export type SocialCounted = {
  readonly video: 'views' | 'likes' | 'dislikes' | 'comments';
  readonly comment: 'likes' | 'replies';
  readonly channel: 'subscribers' | 'views';
  readonly user: 'subscriptions';
};

/** Told when what is counted happened, in the step that counts it. */
export type TellPast = (
  events: readonly ({ readonly at: Date } & (
    | { readonly videoId: string; readonly figure: SocialCounted['video'] }
    | { readonly channelId: string; readonly figure: 'subscribersGained' }
  ))[],
  transaction: Transaction,
) => Promise<void>;

/** Keeps what many viewers did, many at once and after the fact. Nobody is told of it. */
export interface SocialAudience {
  /**
   * A reaction, a like or a channel subscription that is there stays, and is not counted again; nor is what is about a
   * comment that is gone.
   * @param deeds each of them once.
   */
  add(deeds: PastDeeds, transaction: Transaction): Promise<AddedDeeds>;
}

export interface SocialBatches {
  readonly reactions: RecordBatch<ReactionRecord>;
  readonly comments: RecordBatch<CommentRecord>;
  readonly commentLikes: RecordBatch<CommentLikeRecord>;
  readonly subscriptions: RecordBatch<ChannelSubscriptionRecord>;
}

const newOf = async <Value extends { _id: string }>(
  batch: RecordBatch<Value>,
  records: readonly Value[],
  transaction: Transaction,
): Promise<readonly Value[]> => {
  const there = await batch.present(
    records.map(({ _id }) => _id),
    transaction,
  );
  return records.filter(({ _id }) => !there.has(_id));
};

/** Sums by thing. */
const createSums = <Name extends string>() => {
  const sums = new Map<string, Partial<Record<Name, number>>>();
  return {
    sums: sums as ReadonlyMap<string, Partial<Counts<Name>>>,
    add: (id: string, name: Name, by = 1): void => {
      const known: Partial<Record<Name, number>> = sums.get(id) ?? {};
      known[name] = (known[name] ?? 0) + by;
      sums.set(id, known);
    },
  };
};

export const createSocialAudience = (
  { reactions, comments, commentLikes, subscriptions }: SocialBatches,
  count: AddCounted<SocialCounted>,
  tell: TellPast,
): SocialAudience => ({
  add: async (deeds, transaction) => {
    // Comments first: the rest may be about them.
    const written = new Set(deeds.comments.map(({ _id }) => _id));
    const elsewhere = [
      ...deeds.comments.flatMap(({ parentId }) => parentId ?? []),
      ...deeds.commentLikes.map(({ commentId }) => commentId),
    ].filter((id) => !written.has(id));
    const there = new Set(await comments.present([...new Set(elsewhere)], transaction));
    const kept = deeds.comments.flatMap((comment): CommentRecord[] => {
      const { _id, videoId, parentId } = comment;
      if (parentId !== null && !there.has(parentId)) return [];
      there.add(_id);
      const thread = parentId === null ? threadOf.video(videoId) : threadOf.comment(parentId);
      return [{ ...comment, thread, editedAt: null }];
    });
    const newComments = await newOf(comments, kept, transaction);
    const newReactions = await newOf(
      reactions,
      deeds.reactions.map((made) => ({ ...made, _id: reactionIdOf(made.videoId, made.userId) })),
      transaction,
    );
    const newLikes = await newOf(
      commentLikes,
      deeds.commentLikes
        .filter(({ commentId }) => there.has(commentId))
        .map((made) => ({ ...made, _id: commentLikeIdOf(made.commentId, made.userId) })),
      transaction,
    );
    const newSubscriptions = await newOf(
      subscriptions,
      deeds.subscriptions.map((made) => ({ ...made, _id: subscriptionIdOf(made.channelId, made.userId) })),
      transaction,
    );

    const ofVideos = createSums<SocialCounted['video']>();
    const ofComments = createSums<SocialCounted['comment']>();
    const ofChannels = createSums<SocialCounted['channel']>();
    const ofUsers = createSums<SocialCounted['user']>();
    for (const { videoId, channelId } of deeds.views) {
      ofVideos.add(videoId, 'views');
      ofChannels.add(channelId, 'views');
    }
    for (const { videoId, value } of newReactions) {
      ofVideos.add(videoId, value === 'LIKE' ? 'likes' : 'dislikes');
    }
    for (const { videoId, parentId } of newComments) {
      ofVideos.add(videoId, 'comments');
      if (parentId !== null) ofComments.add(parentId, 'replies');
    }
    for (const { commentId } of newLikes) ofComments.add(commentId, 'likes');
    for (const { channelId, userId } of newSubscriptions) {
      ofChannels.add(channelId, 'subscribers');
      ofUsers.add(userId, 'subscriptions');
    }

    // First what others write too: should they be in the way, little was done in vain.
    await count('video', ofVideos.sums, transaction);
    await count('channel', ofChannels.sums, transaction);
    await count('user', ofUsers.sums, transaction);
    await count('comment', ofComments.sums, transaction);
    await tell(
      [
        ...deeds.views.map(({ videoId, viewedAt: at }) => ({ videoId, figure: 'views' as const, at })),
        ...newReactions.map(({ videoId, value, reactedAt: at }) => ({
          videoId,
          figure: value === 'LIKE' ? ('likes' as const) : ('dislikes' as const),
          at,
        })),
        ...newComments.map(({ videoId, createdAt: at }) => ({ videoId, figure: 'comments' as const, at })),
        ...newSubscriptions.map(({ channelId, subscribedAt: at }) => ({
          channelId,
          figure: 'subscribersGained' as const,
          at,
        })),
      ],
      transaction,
    );
    await comments.insert(newComments, transaction);
    await reactions.insert(newReactions, transaction);
    await commentLikes.insert(newLikes, transaction);
    await subscriptions.insert(newSubscriptions, transaction);
    return {
      reactions: newReactions.length,
      comments: newComments.length,
      commentLikes: newLikes.length,
      subscriptions: newSubscriptions.length,
    };
  },
});
