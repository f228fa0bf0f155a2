import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import { notificationAdded } from './notificationAdded.ts';

export const Subscription: SubscriptionResolvers = { notificationAdded };
