import type { AuditKind } from '../../../graphql/generated/resolvers.ts';
import { ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { AuditEventRecord } from '../models/records.ts';
import type { AuditCriteria, AuditStore } from '../stores/audit.store.ts';
import { deviceOf } from './device.ts';
import { newId } from './secrets.ts';

export interface AuditEntry {
  readonly kind: AuditKind;
  /** `undefined`: nobody who is signed in. */
  readonly actorId?: string | undefined;
  /** `undefined`: nobody who is known. */
  readonly subjectId?: string | undefined;
  /** `undefined`: a command of the server. */
  readonly client: ClientOrigin | undefined;
  readonly details?: Record<string, unknown>;
}

export interface Audit {
  /** Writes it down before whatever it is about is answered. */
  note(entry: AuditEntry): Promise<void>;
  /** The latest first. @returns BAD_USER_INPUT for a bad page. */
  trail(criteria: AuditCriteria, page: PageArguments): Promise<Result<Connection<AuditEventRecord>>>;
}

const latestFirst: Order<AuditEventRecord> = {
  name: 'AT:DESC',
  path: 'at',
  direction: -1,
  kind: 'date',
  nullable: false,
};

export const createAudit = (store: AuditStore): Audit => ({
  note: ({ kind, actorId, subjectId, client, details }) =>
    store.insert({
      _id: newId(),
      at: new Date(),
      kind,
      actorId: actorId ?? null,
      subjectId: subjectId ?? null,
      address: client?.address ?? null,
      device: client ? deviceOf(client.userAgent) : null,
      details: details ?? null,
    }),
  trail: async (criteria, page) => {
    const request = pageRequest(latestFirst, page);
    if (!request.ok) return request;
    return ok(await readPage(store.listing(criteria, latestFirst), latestFirst, request.value));
  },
});
