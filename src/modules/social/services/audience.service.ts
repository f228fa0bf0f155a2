import type { PastCounting } from '../../../shared/counters.ts';
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
  readonly views: readonly { readonly videoId: string; readonly at: Date }[];
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

/** Keeps what many viewers did, many at once and after the fact. Nobody is told of it. */
export interface SocialAudience {
  /**
   * A reaction, a like or a channel subscription that is there stays, and is not counted again; nor is what is about a
   * comment that is gone.
   * @param deeds each of them once.
   * @param counting of nothing else, and not settled.
   */
  add(deeds: PastDeeds, counting: PastCounting, transaction: Transaction): Promise<AddedDeeds>;
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

export const createSocialAudience = ({
  reactions,
  comments,
  commentLikes,
  subscriptions,
}: SocialBatches): SocialAudience => ({
  add: async (deeds, counting, transaction) => {
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

    for (const { videoId, at } of deeds.views) counting.ofVideo(videoId, 'views', at);
    for (const { videoId, value, reactedAt } of newReactions) {
      counting.ofVideo(videoId, value === 'LIKE' ? 'likes' : 'dislikes', reactedAt);
    }
    for (const { videoId, parentId, createdAt } of newComments) {
      counting.ofVideo(videoId, 'comments', createdAt);
      if (parentId !== null) counting.ofComment(parentId, 'replies');
    }
    for (const { commentId } of newLikes) counting.ofComment(commentId, 'likes');
    for (const { channelId, subscribedAt } of newSubscriptions) counting.subscriber(channelId, subscribedAt);

    // First what others write too: should they be in the way, little was done in vain.
    await counting.settle(transaction);
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
