import type { AuditKind } from '../../../graphql/generated/resolvers.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { AccountModels } from '../models/index.ts';
import type { AuditEventRecord } from '../models/records.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';

/** What the trail is narrowed by; what is absent does not narrow. */
export interface AuditCriteria {
  readonly kind?: AuditKind | undefined;
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
}

export interface AuditStore {
  insert(event: AuditEventRecord): Promise<void>;
  listing(criteria: AuditCriteria, order: Order<AuditEventRecord>): Listing<AuditEventRecord>;
  ofSubject(userId: string): Promise<readonly AuditEventRecord[]>;
  /** Leaves what happened, and takes away where from: of what they did, and of what somebody unknown did to them. */
  anonymise(userId: string): Promise<void>;
}

const allFields = ['kind', 'actorId', 'subjectId', 'address', 'device', 'details'] as const;

export const createAuditStore = ({ auditEvents }: AccountModels): AuditStore => ({
  insert: async (event) => void (await auditEvents.create(event)),
  listing: (criteria, order) =>
    listingIn(
      auditEvents,
      Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined)),
      order,
      allFields,
    ),
  ofSubject: (userId) => auditEvents.find({ subjectId: userId }).sort({ at: 1 }).lean<AuditEventRecord[]>(),
  anonymise: async (userId) => {
    for (const fromThem of [{ actorId: userId }, { actorId: null, subjectId: userId }])
      await auditEvents.updateMany(fromThem, { $set: { address: null, device: null } });
  },
});
