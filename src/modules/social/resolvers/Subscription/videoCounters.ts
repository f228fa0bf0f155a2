import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import type { LiveField } from '../../../../shared/event-streams.ts';
import { videoStillWatched, watchVideo } from './watched-video.ts';

export const videoCounters: LiveField<SubscriptionResolvers['videoCounters']> = {
  subscribe: (_root, { videoId }, context) =>
    watchVideo(videoId, context, (key) => context.social.live.counters(key)),
  resolve: async (_event: object, { videoId }, context) => {
    const key = await videoStillWatched(videoId, context);
    const [counts] = await context.social.videoCounts.read([key]);
    return { videoId, ...(counts ?? { views: 0, likes: 0, dislikes: 0, comments: 0 }) };
  },
};
