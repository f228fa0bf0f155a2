import type { Notification } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { NotificationRecord } from './models/records.ts';

/** Which paths of the record each field is resolved from. A field that is not listed here does not compile. */
const notificationFields: Record<
  Exclude<keyof Notification, '__typename'>,
  readonly (keyof NotificationRecord)[]
> = {
  id: [],
  kind: ['kind'],
  actor: ['actorId'],
  video: ['videoId'],
  comment: ['commentId'],
  channel: ['channelId'],
  createdAt: ['createdAt'],
  readAt: ['readAt'],
};

export const notificationPaths = pathsOf(notificationFields);
