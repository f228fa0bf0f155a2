import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { notificationPreferences } from './notificationPreferences.ts';
import { notifications } from './notifications.ts';
import { unreadNotificationCount } from './unreadNotificationCount.ts';

export const Query: QueryResolvers = { notificationPreferences, notifications, unreadNotificationCount };
