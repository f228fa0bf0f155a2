import type { NotificationModels } from '../models/index.ts';

/** What is too old, or too much. Read for nobody's answer. */
export interface NotificationUpkeepStore {
  idsBefore(moment: Date, most: number): Promise<readonly string[]>;
  /** Who has more than so many. */
  usersWithMoreThan(count: number): Promise<readonly string[]>;
  /** The ones of somebody behind their newest `count`. */
  idsBeyond(userId: string, count: number, most: number): Promise<readonly string[]>;
}

export const createNotificationUpkeepStore = ({
  notifications,
}: NotificationModels): NotificationUpkeepStore => {
  const idsIn = (found: readonly { readonly _id: string }[]) => found.map(({ _id }) => _id);
  return {
    idsBefore: async (moment, most) =>
      idsIn(
        await notifications
          .find({ createdAt: { $lt: moment } }, { _id: 1 })
          .sort({ createdAt: 1 })
          .limit(most)
          .lean<{ _id: string }[]>(),
      ),
    usersWithMoreThan: async (count) =>
      idsIn(
        await notifications
          .aggregate<{ _id: string }>([
            { $group: { _id: '$userId', count: { $sum: 1 } } },
            { $match: { count: { $gt: count } } },
          ])
          .hint({ userId: 1, createdAt: 1, _id: 1 })
          .allowDiskUse(true),
      ),
    idsBeyond: async (userId, count, most) =>
      idsIn(
        await notifications
          .find({ userId }, { _id: 1 })
          .sort({ createdAt: -1, _id: -1 })
          .skip(count)
          .limit(most)
          .lean<{ _id: string }[]>(),
      ),
  };
};
