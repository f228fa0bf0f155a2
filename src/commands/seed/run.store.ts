import { Schema, type Connection, type Model } from 'mongoose';
import type { SiteSizes } from '../../seed/index.ts';
import { within, type Transaction } from '../../shared/transactions.ts';
import type { SeedRequest } from './arguments.ts';

/** What came of a run, over all its parts. */
export interface SeedCounts {
  readonly users: number;
  /** Of films that were there. */
  readonly views: number;
  /** Of them, by somebody who was signed in. */
  readonly signedIn: number;
  readonly ratings: number;
  readonly favourites: number;
  /** Films that somebody had not watched before. */
  readonly watched: number;
  readonly channels: number;
  readonly videos: number;
  /** Of videos that were there. */
  readonly videoViews: number;
  /** Likes and dislikes of videos. */
  readonly reactions: number;
  readonly comments: number;
  readonly commentLikes: number;
  readonly subscriptions: number;
}

const noCounts: SeedCounts = {
  users: 0,
  views: 0,
  signedIn: 0,
  ratings: 0,
  favourites: 0,
  watched: 0,
  channels: 0,
  videos: 0,
  videoViews: 0,
  reactions: 0,
  comments: 0,
  commentLikes: 0,
  subscriptions: 0,
};

/** How far a run is, in `seedRuns`; kept when it is done, so that it is not done again. */
export interface SeedRunRecord extends SeedCounts {
  _id: string;
  /** The end of the time in which things happen. */
  endAt: Date;
  /** Views, or events, that are settled. */
  position: number;
  /** Since it began, until it ended in good order: what it wrote may not be in the invalidation log. */
  isWriting: boolean;
  finishedAt: Date | null;
}

/** How far runs are. Read by no query. */
export interface SeedRunStore {
  /** Whether any run may have written what no log knows of. */
  isInDoubt(): Promise<boolean>;
  /** Begins a run, or goes on with it; not one that is done. */
  begin(id: string, endAt: Date): Promise<SeedRunRecord>;
  /**
   * Settles views or events, with all that follows from them.
   * @returns whether they were the next ones: not when somebody else settled them.
   */
  advance(
    id: string,
    from: number,
    to: number,
    added: Partial<SeedCounts>,
    transaction: Transaction,
  ): Promise<boolean>;
  /** Notes what is there in any case, whoever made it twice. */
  add(id: string, added: Partial<SeedCounts>): Promise<void>;
  /** All that it wrote is in the log. */
  end(id: string, isDone: boolean): Promise<SeedRunRecord | null>;
}

const number = { type: Number, required: true, default: 0 } as const;

const schema = (): Schema<SeedRunRecord> =>
  new Schema<SeedRunRecord>(
    {
      _id: { type: String, required: true },
      ...(Object.fromEntries(Object.keys(noCounts).map((name) => [name, number])) as Record<
        keyof SeedCounts,
        typeof number
      >),
      endAt: { type: Date, required: true },
      position: number,
      isWriting: { type: Boolean, required: true },
      finishedAt: { type: Date, default: null },
    },
    {
      strict: 'throw',
      strictQuery: 'throw',
      id: false,
      versionKey: false,
      autoIndex: false,
      collection: 'seedRuns',
    },
  );

const modelOn = (connection: Connection): Model<SeedRunRecord> =>
  connection.model<SeedRunRecord, Model<SeedRunRecord>>('SeedRun', schema());

/** What tells runs apart: everything that decides what they make, but for the time at which they began. */
export const runIdOf = ({ seed, users, views, days }: SeedRequest): string =>
  `seed ${seed}: ${users} users, ${views} views, ${days} days`;

/** Likewise of a run of channels, videos and what is done with them. */
export const siteRunIdOf = ({ seed, users, days }: SeedRequest, sizes: SiteSizes): string =>
  `seed ${seed}: ${users} users, ${sizes.channels} channels, ${sizes.videos} videos, ${sizes.videoViews} video views, ` +
  `${sizes.likes} likes, ${sizes.comments} comments, ${sizes.subscriptions} subscriptions, ${days} days`;

const majority = { writeConcern: { w: 'majority' } } as const;

/**
 * @param followed of the transactions.
 * @param background for the rest.
 */
export const openSeedRunStore = async (
  followed: Connection,
  background: Connection,
): Promise<SeedRunStore> => {
  const runs = modelOn(background);
  await runs.createCollection();
  const inTransactions = modelOn(followed);
  return {
    isInDoubt: async () =>
      (await runs.exists({ isWriting: true }).read('primary').readConcern('majority')) !== null,
    begin: async (id, endAt) => {
      const first = { ...noCounts, position: 0 };
      await runs.updateOne(
        { _id: id },
        { $setOnInsert: { ...first, endAt, isWriting: false, finishedAt: null } },
        { upsert: true, ...majority },
      );
      await runs.updateOne({ _id: id, finishedAt: null }, { $set: { isWriting: true } }, majority);
      return runs.findById(id).read('primary').readConcern('majority').orFail().lean<SeedRunRecord>();
    },
    advance: async (id, from, to, added, transaction) => {
      const { matchedCount } = await inTransactions.updateOne(
        { _id: id, position: from, finishedAt: null },
        { $set: { position: to }, $inc: added },
        within(transaction),
      );
      return matchedCount === 1;
    },
    add: async (id, added) => {
      await runs.updateOne({ _id: id }, { $inc: added }, majority);
    },
    end: (id, isDone) =>
      runs
        .findOneAndUpdate(
          { _id: id },
          { $set: { isWriting: false, ...(isDone && { finishedAt: new Date() }) } },
          { returnDocument: 'after', ...majority },
        )
        .lean<SeedRunRecord | null>(),
  };
};
