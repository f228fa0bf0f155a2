import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { fullNotificationPreferences } from '../../services/preferences.service.ts';

export const notificationPreferences: NonNullable<QueryResolvers['notificationPreferences']> = async (
  _root,
  _given,
  { notifications, viewer },
) => fullNotificationPreferences(await notifications.preferencesById.load(signedIn(viewer).id, []));
