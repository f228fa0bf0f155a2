import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import { type LiveField, NothingToTell } from '../../../../shared/event-streams.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { commentPaths } from '../../record-fields.ts';
import type { CommentChange, CommentEvent } from '../../services/live.service.ts';
import { commentIdIn, watchVideo } from './watched-video.ts';

/** A field that tells of comments that change so, as they are when it tells. */
export const commentStream = (change: CommentChange): LiveField<SubscriptionResolvers['commentAdded']> => ({
  subscribe: (_root, { videoId }, context) =>
    watchVideo(videoId, context, (key) => context.social.live.comments(key, change)),
  resolve: async (event: CommentEvent, { videoId }, context, info) => {
    const id = await commentIdIn(event, videoId, context);
    const comment = await context.social.commentById.load(
      id,
      commentPaths(fieldsSelectedOf(info, 'Comment')),
    );
    // Removed meanwhile.
    if (!comment) throw new NothingToTell();
    return comment;
  },
});
