import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { Role } from '../../../shared/viewer.ts';
import type { AccountModels } from '../models/index.ts';
import type { UserRecord } from '../models/records.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';

export type UserField = keyof UserRecord;

/** What a list of users is narrowed by; what is absent does not narrow. */
export interface UserCriteria {
  readonly role?: Role | undefined;
  readonly isBanned?: boolean | undefined;
  readonly emailKey?: string | undefined;
}

/** Absent fields stay as they are. */
export type UserChanges = Partial<Omit<UserRecord, '_id' | 'sessionGeneration'>>;

export interface UserStore {
  /** Fields that were not asked for are absent at run time. */
  byIds(ids: readonly string[], fields: readonly UserField[]): Promise<readonly UserRecord[]>;
  byId(id: string): Promise<UserRecord | null>;
  byEmailKey(emailKey: string): Promise<UserRecord | null>;
  listing(
    criteria: UserCriteria,
    order: Order<UserRecord>,
    fields: readonly UserField[],
  ): Listing<UserRecord>;
  /** Whether anybody is an admin, and not banned. */
  isAnyoneAdmin(): Promise<boolean>;
  /** @returns whether it was added: not when its address is taken. */
  insert(user: UserRecord): Promise<boolean>;
  /**
   * @param endSessions begins a new generation of sessions, so that all before it are over.
   * @returns the user as they are then; `null` when there is none.
   */
  update(id: string, changes: UserChanges, endSessions?: boolean): Promise<UserRecord | null>;
  /**
   * Puts another password in the place of the one that was compared with, and begins a new generation of sessions.
   * @returns `null` when there is no such user, or their password is another one by now.
   */
  replacePassword(id: string, comparedHash: string, passwordHash: string): Promise<UserRecord | null>;
  remove(id: string): Promise<boolean>;
}

const filterOf = ({ role, isBanned, emailKey }: UserCriteria) => ({
  ...(role !== undefined && { roles: role }),
  ...(emailKey !== undefined && { emailKey }),
  ...(isBanned !== undefined && { bannedAt: isBanned ? { $ne: null } : null }),
});

export const createUserStore = ({ users }: AccountModels): UserStore => ({
  byIds: (ids, fields) =>
    users
      .find({ _id: { $in: [...ids] } }, Object.fromEntries(['_id', ...fields].map((field) => [field, 1])))
      .lean<UserRecord[]>(),
  byId: (id) => users.findOne({ _id: id }).lean<UserRecord | null>(),
  byEmailKey: (emailKey) => users.findOne({ emailKey }).lean<UserRecord | null>(),
  listing: (criteria, order, fields) => listingIn(users, filterOf(criteria), order, fields),
  isAnyoneAdmin: async () =>
    (await users.find({ roles: 'ADMIN', bannedAt: null }, { _id: 1 }).limit(1).lean()).length > 0,
  insert: async (user) => {
    try {
      await users.create(user);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },
  update: (id, changes, endSessions = false) =>
    users
      .findOneAndUpdate(
        { _id: id },
        { $set: changes, ...(endSessions && { $inc: { sessionGeneration: 1 } }) },
        { returnDocument: 'after' },
      )
      .lean<UserRecord | null>(),
  replacePassword: (id, comparedHash, passwordHash) =>
    users
      .findOneAndUpdate(
        { _id: id, passwordHash: comparedHash },
        { $set: { passwordHash }, $inc: { sessionGeneration: 1 } },
        { returnDocument: 'after' },
      )
      .lean<UserRecord | null>(),
  remove: async (id) => (await users.deleteOne({ _id: id })).deletedCount === 1,
});
