import type { CourseCategory, CourseLevel } from '../../../graphql/generated/resolvers.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { CourseModels } from '../models/index.ts';
import type { CourseRecord } from '../models/records.ts';
import { listingIn } from './listing.ts';
import { createRecordStore, projectionOf, wholeBatch, type RecordStore } from './record-store.ts';

export type CourseField = keyof CourseRecord;

/** What a list of courses is narrowed by; what is absent does not narrow. */
export interface CourseCriteria {
  readonly isPublished?: boolean | undefined;
  readonly category?: CourseCategory | undefined;
  readonly level?: CourseLevel | undefined;
  readonly language?: string | undefined;
  readonly instructorId?: string | undefined;
  /** Title and summary contain them all. */
  readonly words?: readonly string[] | undefined;
}

export interface CourseStore extends RecordStore<CourseRecord> {
  listing(
    criteria: CourseCriteria,
    order: Order<CourseRecord>,
    fields: readonly CourseField[],
  ): Listing<CourseRecord>;
  /** The published courses of any of these instructors. */
  publishedOf(
    instructorIds: readonly string[],
    fields: readonly CourseField[],
  ): Promise<readonly CourseRecord[]>;
  allIds(): Promise<readonly string[]>;
}

const filterOf = ({ words, ...equal }: CourseCriteria): Record<string, unknown> => {
  const parts = Object.entries(equal).filter(([, value]) => value !== undefined);
  const search = words && { $text: { $search: words.map((word) => `"${word}"`).join(' ') } };
  return { ...Object.fromEntries(parts), ...search };
};

export const createCourseStore = ({ courses }: CourseModels): CourseStore => ({
  ...createRecordStore(courses),
  listing: (criteria, order, fields) => listingIn(courses, filterOf(criteria), order, fields),
  publishedOf: (instructorIds, fields) =>
    courses
      .find(
        { instructorId: { $in: [...instructorIds] }, isPublished: true },
        projectionOf([...fields, 'instructorId']),
      )
      .batchSize(wholeBatch)
      .lean<CourseRecord[]>(),
  allIds: async () => (await courses.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id),
});
