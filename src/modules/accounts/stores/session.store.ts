import type { AccountModels } from '../models/index.ts';
import type { SessionRecord } from '../models/records.ts';

export type SessionField = keyof SessionRecord;

export interface SessionStore {
  byIds(ids: readonly string[], fields: readonly SessionField[]): Promise<readonly SessionRecord[]>;
  byId(id: string): Promise<SessionRecord | null>;
  /** The latest first; some may have expired. */
  ofUser(userId: string): Promise<readonly SessionRecord[]>;
  insert(session: SessionRecord): Promise<void>;
  /**
   * Puts another refresh token in the place of the last one.
   * @returns the session as it is then; `null` when `usedHash` is not the last one any more.
   */
  rotate(
    id: string,
    usedHash: string,
    next: Pick<SessionRecord, 'refreshHash' | 'expiresAt'>,
  ): Promise<SessionRecord | null>;
  /** Takes a session along into another generation. */
  setGeneration(id: string, generation: number): Promise<void>;
  /** @returns whether it was there. */
  remove(id: string): Promise<boolean>;
  /** @returns how many there were. */
  removeOfUser(userId: string, exceptId?: string): Promise<number>;
}

export const createSessionStore = ({ sessions }: AccountModels): SessionStore => {
  const remove = async (id: string) => (await sessions.deleteOne({ _id: id })).deletedCount === 1;
  return {
    byIds: (ids, fields) =>
      sessions
        .find({ _id: { $in: [...ids] } }, Object.fromEntries(['_id', ...fields].map((field) => [field, 1])))
        .lean<SessionRecord[]>(),
    byId: (id) => sessions.findOne({ _id: id }).lean<SessionRecord | null>(),
    ofUser: (userId) => sessions.find({ userId }).sort({ createdAt: -1 }).lean<SessionRecord[]>(),
    insert: async (session) => void (await sessions.create(session)),
    rotate: (id, usedHash, next) =>
      sessions
        .findOneAndUpdate({ _id: id, refreshHash: usedHash }, { $set: next }, { returnDocument: 'after' })
        .lean<SessionRecord | null>(),
    setGeneration: async (id, generation) =>
      void (await sessions.updateOne({ _id: id }, { $set: { generation } })),
    remove,
    removeOfUser: async (userId, exceptId) => {
      const found = await sessions.find({ userId }, { _id: 1 }).lean<{ _id: string }[]>();
      // One by one: a removal that names no id would count as one of everybody's sessions.
      const removed = await Promise.all(
        found.filter(({ _id }) => _id !== exceptId).map(({ _id }) => remove(_id)),
      );
      return removed.filter(Boolean).length;
    },
  };
};
