import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { addComment } from './addComment.ts';
import { deleteComment } from './deleteComment.ts';
import { editComment } from './editComment.ts';
import { likeComment } from './likeComment.ts';
import { reactToVideo } from './reactToVideo.ts';
import { recordVideoView } from './recordVideoView.ts';
import { removeReaction } from './removeReaction.ts';
import { subscribeToChannel } from './subscribeToChannel.ts';
import { unlikeComment } from './unlikeComment.ts';
import { unsubscribeFromChannel } from './unsubscribeFromChannel.ts';

export const Mutation: MutationResolvers = {
  addComment,
  deleteComment,
  editComment,
  likeComment,
  reactToVideo,
  recordVideoView,
  removeReaction,
  subscribeToChannel,
  unlikeComment,
  unsubscribeFromChannel,
};
