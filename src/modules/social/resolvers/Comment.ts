import type { CommentResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { profilePaths } from '../../accounts/index.ts';
import { blockIdOf, videoPaths } from '../../videos/index.ts';
import { commentLikeIdOf, threadOf } from '../models/records.ts';
import { commentPaths } from '../record-fields.ts';

export const Comment: CommentResolvers = {
  id: ({ _id }) => toGlobalId('Comment', _id),
  video: ({ videoId }, _given, { videos, viewer }, info) =>
    videos.access.video(videoId, videoPaths(fieldsSelectedOf(info, 'Video')), viewer),
  author: ({ authorId }, _given, { accounts }, info) =>
    accounts.userById.load(authorId, profilePaths(fieldsSelectedOf(info, 'PublicProfile'))),
  likes: async ({ _id }, _given, { social }) => (await social.commentCounts.read([_id]))[0]?.likes ?? 0,
  replyCount: async ({ _id }, _given, { social }) =>
    (await social.commentCounts.read([_id]))[0]?.replies ?? 0,
  viewerHasLiked: async ({ _id }, _given, { social, viewer }) => {
    const who = viewer.look();
    return who ? (await social.commentLikeById.load(commentLikeIdOf(_id, who.id), [])) !== null : null;
  },
  // A live field is given the id alone.
  viewerHasBlockedAuthor: async ({ _id }, _given, { social, videos, viewer }) => {
    const who = viewer.look();
    if (!who) return null;
    const comment = await social.commentById.load(_id, ['authorId']);
    if (!comment) return false;
    return (await videos.loaders.blockById.load(blockIdOf(who.id, comment.authorId), [])) !== null;
  },
  replies: async ({ _id }, { sort, ...page }, { social }, info) =>
    unwrap(
      await social.comments.list(
        { thread: threadOf.comment(_id), sort: sort ?? 'OLDEST', page },
        commentPaths(fieldsSelectedOf(info, 'Comment')),
      ),
    ),
};
