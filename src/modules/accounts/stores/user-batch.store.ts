import type { AccountModels } from '../models/index.ts';
import type { UserRecord } from '../models/records.ts';

/** Users, many of them at once. */
export interface UserBatchStore {
  /** Those with one of these ids or addresses. */
  known(
    ids: readonly string[],
    emailKeys: readonly string[],
  ): Promise<readonly Pick<UserRecord, '_id' | 'email'>[]>;
  insert(users: readonly UserRecord[]): Promise<void>;
}

export const createUserBatchStore = ({ users }: AccountModels): UserBatchStore => ({
  known: async (ids, emailKeys) => [
    ...(await users
      .find({ $or: [{ _id: { $in: [...ids] } }, { emailKey: { $in: [...emailKeys] } }] }, { email: 1 })
      .lean<Pick<UserRecord, '_id' | 'email'>[]>()),
  ],
  insert: async (given) => {
    if (given.length > 0) await users.insertMany([...given], { lean: true });
  },
});
