import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { reactToVideo } from './reactToVideo.ts';
import { recordVideoView } from './recordVideoView.ts';
import { removeReaction } from './removeReaction.ts';
import { subscribeToChannel } from './subscribeToChannel.ts';
import { unsubscribeFromChannel } from './unsubscribeFromChannel.ts';

export const Mutation: MutationResolvers = {
  reactToVideo,
  recordVideoView,
  removeReaction,
  subscribeToChannel,
  unsubscribeFromChannel,
};
