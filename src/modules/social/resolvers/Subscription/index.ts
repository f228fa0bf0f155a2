import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import { commentAdded } from './commentAdded.ts';
import { commentDeleted } from './commentDeleted.ts';
import { commentEdited } from './commentEdited.ts';
import { videoCounters } from './videoCounters.ts';

export const Subscription: SubscriptionResolvers = {
  commentAdded,
  commentDeleted,
  commentEdited,
  videoCounters,
};
