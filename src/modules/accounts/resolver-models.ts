import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { AuditEventRecord, UserRecord } from './models/records.ts';
import type { OwnSession } from './services/sessions.service.ts';

/** What types without a record of their own resolve from. */
export type UserConnectionModel = Connection<UserRecord>;
export type UserEdgeModel = Edge<UserRecord>;
export type AuditEventConnectionModel = Connection<AuditEventRecord>;
export type AuditEventEdgeModel = Edge<AuditEventRecord>;
export type SessionModel = OwnSession & { readonly isCurrent: boolean };
