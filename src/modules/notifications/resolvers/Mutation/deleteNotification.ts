import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const deleteNotification: NonNullable<MutationResolvers['deleteNotification']> = async (
  _root,
  { id },
  { notifications: { own }, viewer },
) => {
  const { id: userId } = signedIn(viewer);
  unwrap(await own.dismiss(userId, unwrap(keyOfGlobalId('Notification', id))));
  return { id, unreadCount: await own.unreadCount(userId) };
};
