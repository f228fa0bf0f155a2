import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { CourseModels } from '../models/index.ts';
import type { EnrolmentRecord } from '../models/records.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import { createRecordStore, wholeBatch, type RecordStore } from '../../../shared/record-store.ts';

export type EnrolmentField = keyof EnrolmentRecord;

/** What is reported of a lesson. */
export interface ReportedProgress {
  readonly lessonId: string;
  readonly positionSeconds?: number | undefined;
  /** `undefined`: as it is. */
  readonly completed?: boolean | undefined;
  /** Whether it may go back to this. */
  readonly rewind: boolean;
  readonly at: Date;
}

export interface EnrolmentStore extends RecordStore<EnrolmentRecord> {
  listing(
    userId: string,
    order: Order<EnrolmentRecord>,
    fields: readonly EnrolmentField[],
  ): Listing<EnrolmentRecord>;
  /**
   * Notes progress in one command: of reports that come at the same time, the furthest stays.
   * @returns the enrolment as it is then; `null` when there is none.
   */
  noteProgress(id: string, progress: ReportedProgress): Promise<EnrolmentRecord | null>;
  isAnyoneIn(courseId: string): Promise<boolean>;
  allOfUser(userId: string): Promise<readonly EnrolmentRecord[]>;
  /** All of a course, one by one. */
  eachOf(courseId: string): AsyncIterable<EnrolmentRecord>;
}

const updateOf = ({ lessonId, positionSeconds, completed, rewind, at }: ReportedProgress): object => {
  const path = `lessons.${lessonId}`;
  const position = positionSeconds === undefined ? {} : { [`${path}.positionSeconds`]: positionSeconds };
  return {
    $set: { lastActiveAt: at, ...(rewind && position) },
    $addToSet: { activeDays: at.toISOString().slice(0, 10) },
    ...(!rewind && positionSeconds !== undefined && { $max: position }),
    // The first completion is the one that counts.
    ...(completed === true && { $min: { [`${path}.completedAt`]: at } }),
    ...(completed === false && rewind && { $unset: { [`${path}.completedAt`]: 1 } }),
  };
};

export const createEnrolmentStore = ({ enrolments }: CourseModels): EnrolmentStore => ({
  ...createRecordStore(enrolments),
  listing: (userId, order, fields) => listingIn(enrolments, { userId }, order, fields),
  noteProgress: (id, progress) =>
    enrolments
      .findOneAndUpdate({ _id: id }, updateOf(progress), { returnDocument: 'after' })
      .lean<EnrolmentRecord | null>(),
  isAnyoneIn: async (courseId) =>
    (await enrolments.find({ courseId }, { _id: 1 }).limit(1).lean()).length > 0,
  allOfUser: (userId) => enrolments.find({ userId }).batchSize(wholeBatch).lean<EnrolmentRecord[]>(),
  eachOf: (courseId) => enrolments.find({ courseId }).lean<EnrolmentRecord>().cursor(),
});
