import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Mutation } from './Mutation/index.ts';
import { Notification } from './Notification.ts';
import { Query } from './Query/index.ts';
import { Subscription } from './Subscription/index.ts';

export const notificationResolvers: Resolvers = { Query, Mutation, Subscription, Notification };
