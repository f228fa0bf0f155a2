import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const markAllNotificationsRead: NonNullable<MutationResolvers['markAllNotificationsRead']> = async (
  _root,
  { until },
  { notifications: { own }, viewer },
) => {
  const { id: userId } = signedIn(viewer);
  const marked = await own.markAllRead(userId, until ?? new Date());
  return { marked, unreadCount: await own.unreadCount(userId) };
};
