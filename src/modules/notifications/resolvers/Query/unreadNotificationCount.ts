import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const unreadNotificationCount: NonNullable<QueryResolvers['unreadNotificationCount']> = (
  _root,
  _given,
  { notifications, viewer },
) => notifications.own.unreadCount(signedIn(viewer).id);
