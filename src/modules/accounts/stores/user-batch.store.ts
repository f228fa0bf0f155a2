import { mongo } from 'mongoose';
import type { AccountModels } from '../models/index.ts';
import type { UserRecord } from '../models/records.ts';
import type { Role } from '../../../shared/viewer.ts';
import { isDuplicateKey } from './duplicate-key.ts';

/** Users, many of them at once. */
export interface UserBatchStore {
  /** Those with one of these ids or addresses. */
  known(
    ids: readonly string[],
    emailKeys: readonly string[],
  ): Promise<readonly Pick<UserRecord, '_id' | 'email'>[]>;
  /** @returns how many were added: not those that somebody else adds at the same time. */
  insert(users: readonly UserRecord[]): Promise<number>;
  /** Gives roles to those who have exactly others. */
  setRoles(ids: readonly string[], from: readonly Role[], to: readonly Role[]): Promise<void>;
}

export const createUserBatchStore = ({ users }: AccountModels): UserBatchStore => ({
  known: async (ids, emailKeys) => [
    ...(await users
      .find({ $or: [{ _id: { $in: [...ids] } }, { emailKey: { $in: [...emailKeys] } }] }, { email: 1 })
      .lean<Pick<UserRecord, '_id' | 'email'>[]>()),
  ],
  insert: async (given) => {
    if (given.length === 0) return 0;
    try {
      return (await users.insertMany([...given], { lean: true, ordered: false })).length;
    } catch (error) {
      if (error instanceof mongo.MongoBulkWriteError && isDuplicateKey(error)) return error.insertedCount;
      throw error;
    }
  },
  setRoles: async (ids, from, to) => {
    await users.updateMany({ _id: { $in: [...ids] }, roles: [...from] }, { $set: { roles: [...to] } });
  },
});
