import type { SubscriptionResolvers } from '../../../../graphql/generated/resolvers.ts';
import { type LiveField, NothingToTell } from '../../../../shared/event-streams.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import type { NotificationEvent } from '../../services/live-topics.ts';
import { notificationPaths } from '../../record-fields.ts';
import { ownNotification } from '../own-notification.ts';

export const notificationAdded: LiveField<SubscriptionResolvers['notificationAdded']> = {
  subscribe: (_root, _given, { notifications, viewer }) => notifications.live(signedIn(viewer).id),
  resolve: async ({ notificationId }: NotificationEvent, _given, { notifications, viewer }, info) => {
    const paths = notificationPaths(fieldsSelectedOf(info, 'Notification'));
    const found = await ownNotification(notificationId, paths, { notifications, viewer });
    // Withdrawn or removed meanwhile.
    if (!found) throw new NothingToTell();
    return found;
  },
};
