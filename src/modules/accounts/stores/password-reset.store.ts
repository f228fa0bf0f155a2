import type { AccountModels } from '../models/index.ts';
import type { PasswordResetRecord } from '../models/records.ts';

export interface PasswordResetStore {
  insert(reset: PasswordResetRecord): Promise<void>;
  /** Takes it away, so that it is used once. It may have expired. */
  take(tokenHash: string): Promise<PasswordResetRecord | null>;
  removeOf(userId: string): Promise<void>;
}

export const createPasswordResetStore = ({ passwordResets }: AccountModels): PasswordResetStore => ({
  insert: async (reset) => void (await passwordResets.create(reset)),
  take: (tokenHash) => passwordResets.findOneAndDelete({ _id: tokenHash }).lean<PasswordResetRecord | null>(),
  removeOf: async (userId) => void (await passwordResets.deleteMany({ userId })),
});
