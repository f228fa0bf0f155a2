import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { NotificationRecord } from '../models/records.ts';
import type { Notifications } from '../notifications.ts';

/** A notification of the viewer's own that they are shown; `null` for any other. */
export const ownNotification = async (
  id: string,
  fields: readonly (keyof NotificationRecord)[],
  { notifications, viewer }: { readonly notifications: Notifications; readonly viewer: ViewerSeam },
): Promise<NotificationRecord | null> => {
  const who = viewer.look();
  if (!who) return null;
  const found = await notifications.notificationById.load(id, [...fields, 'userId', 'listedIn']);
  return found?.userId === who.id && found.listedIn.length > 0 ? found : null;
};
