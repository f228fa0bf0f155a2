import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { NotificationRecord } from './models/records.ts';

/** What types without a record of their own resolve from. */
export type NotificationConnectionModel = Connection<NotificationRecord>;
export type NotificationEdgeModel = Edge<NotificationRecord>;
