import type { AccountModels } from '../models/index.ts';
import type { PendingRegistrationRecord } from '../models/records.ts';

export interface PendingRegistrationStore {
  insert(registration: PendingRegistrationRecord): Promise<void>;
  /** Takes it away, so that it is used once. It may have expired. */
  take(tokenHash: string): Promise<PendingRegistrationRecord | null>;
  latestOf(emailKey: string): Promise<PendingRegistrationRecord | null>;
  removeOf(emailKey: string): Promise<void>;
}

export const createPendingRegistrationStore = ({
  pendingRegistrations,
}: AccountModels): PendingRegistrationStore => ({
  insert: async (registration) => void (await pendingRegistrations.create(registration)),
  take: (tokenHash) =>
    pendingRegistrations.findOneAndDelete({ _id: tokenHash }).lean<PendingRegistrationRecord | null>(),
  latestOf: (emailKey) =>
    pendingRegistrations
      .findOne({ emailKey })
      .sort({ createdAt: -1 })
      .lean<PendingRegistrationRecord | null>(),
  removeOf: async (emailKey) => void (await pendingRegistrations.deleteMany({ emailKey })),
});
