import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { NotificationRecord } from '../models/records.ts';
import type { Notifications } from '../notifications.ts';
import { notificationPaths } from '../record-fields.ts';
import { ownNotification } from './own-notification.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is the viewer's own, and shown to them. */
type LoadNode = (
  key: string,
  context: { readonly notifications: Notifications; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<NotificationRecord | null>;

export const notificationNodes: Readonly<Record<string, LoadNode>> = {
  Notification: (key, context, info) =>
    ownNotification(key, notificationPaths(fieldsSelectedOf(info, 'Notification')), context),
};
