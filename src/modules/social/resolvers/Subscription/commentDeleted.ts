import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import type { LiveField } from '../../../../shared/event-streams.ts';
import { toGlobalId } from '../../../../shared/resolving/global-id.ts';
import type { CommentEvent } from '../../services/live.service.ts';
import { commentIdIn, watchVideo } from './watched-video.ts';

export const commentDeleted: LiveField<SubscriptionResolvers['commentDeleted']> = {
  subscribe: (_root, { videoId }, context) =>
    watchVideo(videoId, context, (key) => context.social.live.comments(key, 'deleted')),
  resolve: async (event: CommentEvent, { videoId }, context) => ({
    id: toGlobalId('Comment', await commentIdIn(event, videoId, context)),
  }),
};
