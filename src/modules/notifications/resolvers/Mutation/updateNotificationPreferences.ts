import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { fullNotificationPreferences } from '../../services/preferences.service.ts';

export const updateNotificationPreferences: NonNullable<
  MutationResolvers['updateNotificationPreferences']
> = async (_root, { input }, { notifications, viewer }) => {
  const { id } = signedIn(viewer);
  unwrap(await notifications.preferences.update(id, input));
  return { preferences: fullNotificationPreferences(await notifications.preferencesById.load(id, [])) };
};
