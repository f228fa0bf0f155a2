import type { VideoResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { reactionIdOf, threadOf } from '../models/records.ts';
import { commentPaths } from '../record-fields.ts';
import type { Social } from '../social.ts';

/** Readings of one turn are one question, so each may ask for itself. */
const countsOf = async (id: string, { videoCounts }: Social) =>
  (await videoCounts.read([id]))[0] ?? { views: 0, likes: 0, dislikes: 0, comments: 0 };

export const Video: VideoResolvers = {
  views: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).views,
  likes: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).likes,
  dislikes: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).dislikes,
  commentCount: async ({ _id }, _given, { social }) => (await countsOf(_id, social)).comments,
  comments: async ({ _id }, { sort, ...page }, { social }, info) =>
    unwrap(
      await social.comments.list(
        { thread: threadOf.video(_id), sort: sort ?? 'NEWEST', page },
        commentPaths(fieldsSelectedOf(info, 'Comment')),
      ),
    ),
  viewerReaction: async ({ _id }, _given, { social, viewer }) => {
    const who = viewer.look();
    return who ? (await social.reactionById.load(reactionIdOf(_id, who.id), ['value']))?.value : null;
  },
};
