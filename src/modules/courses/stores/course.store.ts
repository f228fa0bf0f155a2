import type { CourseCategory, CourseLevel } from '../../../graphql/generated/resolvers.ts';
import { followedStore, type FindableFollowing } from '../../../shared/findable.ts';
import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import { listOf } from '../lists-of-course.ts';
import type { CourseModels } from '../models/index.ts';
import type { CourseRecord } from '../models/records.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import {
  createRecordStore,
  projectionOf,
  wholeBatch,
  type RecordStore,
} from '../../../shared/record-store.ts';

export type CourseField = keyof CourseRecord;

/** What a list of published courses is narrowed by; what is absent does not narrow. */
export interface CourseCriteria {
  readonly category?: CourseCategory | undefined;
  readonly level?: CourseLevel | undefined;
  readonly language?: string | undefined;
  readonly instructorId?: string | undefined;
  /** Title and summary contain them all. */
  readonly words?: readonly string[] | undefined;
}

export interface CourseStore extends RecordStore<CourseRecord> {
  published(
    criteria: CourseCriteria,
    order: Order<CourseRecord>,
    fields: readonly CourseField[],
  ): Listing<CourseRecord>;
  /** Published or not; what is absent does not narrow. */
  all(
    criteria: { readonly instructorId?: string | undefined; readonly isPublished?: boolean | undefined },
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

const defined = (filter: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

/** By the shortest list that what is asked for stands in; what else is asked for narrows that. */
const publishedWith = ({ words, ...criteria }: CourseCriteria): Record<string, unknown> => {
  const { instructorId, category, level, language } = criteria;
  const search = words && { $text: { $search: words.map((word) => `"${word}"`).join(' ') } };
  const within = (listedIn: string, rest: object) => ({ listedIn, ...defined(rest), ...search });
  if (instructorId !== undefined) {
    return within(listOf.instructor(instructorId), { category, level, language });
  }
  if (category !== undefined) return within(listOf.category(category), { level, language });
  if (level !== undefined) return within(listOf.level(level), { language });
  return within(language === undefined ? listOf.published : listOf.language(language), {});
};

export const createCourseStore = (
  { courses }: CourseModels,
  following?: FindableFollowing<CourseRecord>,
): CourseStore => ({
  ...followedStore(createRecordStore(courses), following),
  published: (criteria, order, fields) => listingIn(courses, publishedWith(criteria), order, fields),
  all: (criteria, order, fields) => listingIn(courses, defined(criteria), order, fields),
  publishedOf: (instructorIds, fields) =>
    courses
      .find(
        { listedIn: { $in: instructorIds.map(listOf.instructor) } },
        projectionOf([...fields, 'instructorId']),
      )
      .batchSize(wholeBatch)
      .lean<CourseRecord[]>(),
  allIds: async () => (await courses.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id),
});
