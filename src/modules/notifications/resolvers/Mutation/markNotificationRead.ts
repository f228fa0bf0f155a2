import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const markNotificationRead: NonNullable<MutationResolvers['markNotificationRead']> = async (
  _root,
  { id },
  { notifications: { own }, viewer },
) => {
  const { id: userId } = signedIn(viewer);
  const notification = unwrap(await own.markRead(userId, unwrap(keyOfGlobalId('Notification', id))));
  return { notification, unreadCount: await own.unreadCount(userId) };
};
