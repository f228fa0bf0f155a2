import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { deleteNotification } from './deleteNotification.ts';
import { markAllNotificationsRead } from './markAllNotificationsRead.ts';
import { markNotificationRead } from './markNotificationRead.ts';
import { updateNotificationPreferences } from './updateNotificationPreferences.ts';

export const Mutation: MutationResolvers = {
  deleteNotification,
  markAllNotificationsRead,
  markNotificationRead,
  updateNotificationPreferences,
};
