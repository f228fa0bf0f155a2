import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CounterGroup } from '../../../shared/counters.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { parseWith, text } from '../../../shared/parse-input.ts';
import { commentLikeIdOf, threadOf, type CommentRecord } from '../models/records.ts';
import type { CommentField, SocialStores } from '../stores/index.ts';
import type { TellOfComment } from './live.service.ts';
import type { VideoCounters } from './reactions.service.ts';
import type { Deed, LikedComment, OwnedThing, SocialFollower } from './social-follower.ts';

export type CommentCounters = CounterGroup<'likes' | 'replies'>;

export type CommentSort = 'NEWEST' | 'OLDEST';

export interface Comments {
  /** Of a video, or the answers to a comment: see `threadOf`. @returns BAD_USER_INPUT for a bad page. */
  list(
    request: { readonly thread: string; readonly sort: CommentSort; readonly page: PageArguments },
    fields: readonly CommentField[],
  ): Promise<Result<Connection<CommentRecord>>>;
  /**
   * @param parentId the comment that it answers; an answer to an answer stands beside that one.
   * @returns BAD_USER_INPUT; NOT_FOUND without such a comment of the video.
   */
  add(
    authorId: string,
    video: OwnedThing,
    input: { readonly text: string; readonly parentId: string | null },
  ): Promise<Result<CommentRecord>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND for what is not there, or not theirs. */
  edit(authorId: string, id: string, written: string): Promise<Result<CommentRecord>>;
  /** With its answers; goes on where a call before stopped. */
  remove(id: string): Promise<void>;
  like(userId: string, comment: LikedComment): Promise<void>;
  unlike(userId: string, id: string): Promise<void>;
}

const orders: Readonly<Record<CommentSort, Order<CommentRecord>>> = {
  NEWEST: { name: 'NEWEST', path: 'createdAt', kind: 'date', nullable: false, direction: -1 },
  OLDEST: { name: 'OLDEST', path: 'createdAt', kind: 'date', nullable: false, direction: 1 },
};

const parseText = parseWith(z.object({ text: text(5_000) }));

const noComment = () => fail('NOT_FOUND', 'There is no comment with this id.');

/** Each write is one atomic step, counted by who made it: see `createReactions`. */
export const createComments = (
  { comments, commentLikes }: Pick<SocialStores, 'comments' | 'commentLikes'>,
  counts: { readonly video: VideoCounters; readonly comment: CommentCounters },
  followers: readonly SocialFollower[],
  tell: TellOfComment,
): Comments => {
  const likeOf = (userId: string, commentId: string): Deed => ({
    userId,
    stands: async () => (await commentLikes.byId(commentLikeIdOf(commentId, userId))) !== null,
  });
  const writingOf = ({ _id, authorId }: CommentRecord): Deed => ({
    userId: authorId,
    stands: async () => (await comments.byId(_id)) !== null,
  });
  const removeOne = async (id: string): Promise<CommentRecord | null> => {
    const removed = await comments.remove(id);
    if (!removed) return null;
    await counts.video.add(removed.videoId, { comments: -1 });
    if (removed.parentId !== null) await counts.comment.add(removed.parentId, { replies: -1 });
    await commentLikes.removeAbout([id]);
    await counts.comment.forget([id]);
    for (const follower of followers) await follower.commentRemoved(id);
    tell('deleted', removed);
    return removed;
  };
  const removeReplies = async (id: string): Promise<void> => {
    for (const reply of await comments.idsOfReplies(id)) await removeOne(reply);
  };

  return {
    list: async ({ thread, sort, page }, fields) => {
      const order = orders[sort];
      const request = pageRequest(order, page);
      if (!request.ok) return request;
      return ok(await readPage(comments.listing(thread, order, fields), order, request.value));
    },

    add: async (authorId, { _id: videoId, ownerId }, input) => {
      const parsed = parseText({ text: input.text });
      if (!parsed.ok) return parsed;
      const answered = input.parentId === null ? null : await comments.byId(input.parentId);
      if (input.parentId !== null && answered?.videoId !== videoId) return noComment();
      const parentId = answered ? (answered.parentId ?? answered._id) : null;
      const comment: CommentRecord = {
        _id: randomBytes(16).toString('base64url'),
        videoId,
        authorId,
        parentId,
        thread: parentId === null ? threadOf.video(videoId) : threadOf.comment(parentId),
        text: parsed.value.text,
        createdAt: new Date(),
        editedAt: null,
      };
      await comments.insert(comment);
      await counts.video.add(videoId, { comments: 1 });
      if (parentId !== null) {
        await counts.comment.add(parentId, { replies: 1 });
        // What it answers may have been removed meanwhile, and its answers with it.
        if (!(await comments.byId(parentId))) {
          await removeOne(comment._id);
          return noComment();
        }
      }
      tell('added', comment);
      const concerned = { videoOwnerId: ownerId, answeredAuthorId: answered?.authorId ?? null };
      for (const follower of followers) await follower.commentAdded(writingOf(comment), comment, concerned);
      return ok(comment);
    },

    edit: async (authorId, id, written) => {
      const parsed = parseText({ text: written });
      if (!parsed.ok) return parsed;
      const changes = { text: parsed.value.text, editedAt: new Date() };
      const edited = await comments.update(id, changes, { authorId });
      if (!edited) return noComment();
      tell('edited', edited);
      return ok(edited);
    },

    remove: async (id) => {
      await removeReplies(id);
      await removeOne(id);
      await removeReplies(id);
    },

    like: async (userId, comment) => {
      const commentId = comment._id;
      const like = { _id: commentLikeIdOf(commentId, userId), commentId, userId, likedAt: new Date() };
      if (await commentLikes.insert(like)) await counts.comment.add(commentId, { likes: 1 });
      for (const follower of followers) await follower.commentLiked(likeOf(userId, commentId), comment);
    },
    unlike: async (userId, commentId) => {
      const before = await commentLikes.remove(commentLikeIdOf(commentId, userId));
      if (before) await counts.comment.add(commentId, { likes: -1 });
      for (const follower of followers)
        await follower.commentLikeTakenBack(likeOf(userId, commentId), commentId);
    },
  };
};
