import { randomUUID } from 'node:crypto';
import { within, type Transaction } from '../../../shared/transactions.ts';
import type { NotificationModels } from '../models/index.ts';
import type { VideoTellingRecord } from '../models/records.ts';

export type VideoToTell = Pick<VideoTellingRecord, '_id' | 'channelId' | 'ownerId' | 'publishedAt'>;

/** What is still to be done about the notifications of videos. */
export interface TellingStore {
  /** Makes something be done, instead of whatever was to be done with this video. */
  aim(video: VideoToTell, aim: VideoTellingRecord['aim'], transaction?: Transaction): Promise<void>;
  /**
   * Takes one for `leaseMs`, the one that was let go of longest ago; where somebody ended with it, at the beginning of their last
   * part. @returns `null` when all are held, or there is none.
   */
  take(leaseMs: number): Promise<VideoTellingRecord | null>;
  /**
   * Goes on with one, and holds it for `leaseMs` more.
   * @returns whether it was still as it was read: another one may have gone on with it, or its aim be another one.
   */
  advance(
    telling: VideoTellingRecord,
    to: Pick<VideoTellingRecord, 'cursor' | 'seen'>,
    leaseMs: number,
    transaction: Transaction,
  ): Promise<boolean>;
  /** Leaves it to whoever takes it. */
  release(telling: VideoTellingRecord): Promise<void>;
  /** It is done, unless its aim is another one now. */
  finish(telling: VideoTellingRecord): Promise<void>;
}

/** Until when one is held that is free. */
const nobody = new Date(0);

/** Mongo's clock, so that those of instances need not agree. */
const inMs = (ms: number) => ({ $add: ['$$NOW', ms] });

export const createTellingStore = ({ tellings }: NotificationModels): TellingStore => ({
  aim: async ({ _id, channelId, ownerId, publishedAt }, aim, transaction) => {
    const about = { channelId, ownerId, publishedAt };
    const begun = { aim, run: randomUUID(), ...about, cursor: '', before: '', seen: 0, heldUntil: nobody };
    await tellings.updateOne({ _id }, { $set: begun }, { upsert: true, ...within(transaction) });
  },
  take: (leaseMs) =>
    tellings
      .findOneAndUpdate(
        { $expr: { $lte: ['$heldUntil', '$$NOW'] } },
        [
          {
            $set: {
              heldUntil: inMs(leaseMs),
              cursor: { $cond: [{ $gt: ['$heldUntil', nobody] }, '$before', '$cursor'] },
            },
          },
        ],
        { sort: { heldUntil: 1 }, returnDocument: 'after', updatePipeline: true },
      )
      .lean<VideoTellingRecord | null>(),
  advance: async ({ _id, run, cursor }, to, leaseMs, transaction) => {
    const { matchedCount } = await tellings.updateOne(
      { _id, run, cursor },
      [
        {
          $set: {
            cursor: { $literal: to.cursor },
            before: { $literal: cursor },
            seen: to.seen,
            heldUntil: inMs(leaseMs),
          },
        },
      ],
      { updatePipeline: true, ...within(transaction) },
    );
    return matchedCount === 1;
  },
  release: async ({ _id, run, cursor }) =>
    void (await tellings.updateOne({ _id, run, cursor }, { $set: { heldUntil: nobody } })),
  finish: async ({ _id, run }) => void (await tellings.deleteOne({ _id, run })),
});
