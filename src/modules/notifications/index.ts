export {
  createNotificationModels,
  notificationCollections,
  prepareNotificationCollections,
  type NotificationModels,
} from './models/index.ts';
export type { NotificationRecord } from './models/records.ts';
export {
  createNotificationDomain,
  type NotificationDomain,
  type NotificationParts,
  type Notifications,
} from './notifications.ts';
export type { NotificationConnectionModel, NotificationEdgeModel } from './resolver-models.ts';
export { notificationResolvers } from './resolvers/index.ts';
export { notificationNodes } from './resolvers/nodes.ts';
export type { FullNotificationPreferences } from './services/preferences.service.ts';
