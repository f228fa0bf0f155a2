import type { AccountModels } from '../models/index.ts';
import type { SessionActivityRecord } from '../models/records.ts';

export interface SessionActivityStore {
  bySessionIds(ids: readonly string[]): Promise<readonly SessionActivityRecord[]>;
  note(activity: SessionActivityRecord): Promise<void>;
}

export const createSessionActivityStore = ({ sessionActivity }: AccountModels): SessionActivityStore => ({
  bySessionIds: (ids) => sessionActivity.find({ _id: { $in: [...ids] } }).lean<SessionActivityRecord[]>(),
  note: async ({ _id, lastActiveAt, expiresAt }) =>
    void (await sessionActivity.updateOne(
      { _id },
      { $max: { lastActiveAt }, $set: { expiresAt } },
      { upsert: true },
    )),
});
