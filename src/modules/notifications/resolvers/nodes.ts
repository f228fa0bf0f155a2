import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { NotificationRecord } from '../models/records.ts';
import type { Notifications } from '../notifications.ts';
import { notificationPaths } from '../record-fields.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is the viewer's own, and shown to them. */
type LoadNode = (
  key: string,
  context: { readonly notifications: Notifications; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<NotificationRecord | null>;

export const notificationNodes: Readonly<Record<string, LoadNode>> = {
  Notification: async (key, { notifications, viewer }, info) => {
    const who = viewer.look();
    if (!who) return null;
    const fields = [
      ...notificationPaths(fieldsSelectedOf(info, 'Notification')),
      'userId' as const,
      'listedIn' as const,
    ];
    const found = await notifications.notificationById.load(key, fields);
    return found?.userId === who.id && found.listedIn.length > 0 ? found : null;
  },
};
