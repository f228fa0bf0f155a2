import type { CourseFilter, CourseSort } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  listingOf,
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import { courseOrder, lastEditedFirst } from '../course-orders.ts';
import type { CourseLoaders } from '../loaders/course-loaders.ts';
import type { CourseRecord } from '../models/records.ts';
import { mayEditAny, mayTeach } from '../policy.ts';
import type { CourseField } from '../stores/course.store.ts';
import type { CourseStores } from '../stores/index.ts';

/** A filter, its id of an instructor read. */
export type CourseSelection = Omit<CourseFilter, 'instructor'> & {
  readonly instructorId: string | undefined;
};

type Page = Result<Connection<CourseRecord>>;

export interface CourseLists {
  /** Published ones. @returns BAD_USER_INPUT for a bad filter or page. */
  list(
    request: { readonly filter: CourseSelection; readonly sort: CourseSort; readonly page: PageArguments },
    fields: readonly CourseField[],
  ): Promise<Page>;
  /** The published ones of one instructor; those of all instructors asked for at once are read at once. */
  taughtBy(
    instructorId: string,
    request: { readonly sort: CourseSort; readonly page: PageArguments },
    fields: readonly CourseField[],
  ): Promise<Page>;
  /** Those that somebody may edit. @returns FORBIDDEN for whoever may edit none. */
  managed(
    request: { readonly isPublished: boolean | undefined; readonly page: PageArguments },
    fields: readonly CourseField[],
    viewer: ViewerSeam,
  ): Promise<Page>;
}

/** Characters. */
const maxSearchLength = 200;

const wordsOf = (search: string | null | undefined): Result<readonly string[] | undefined> => {
  if (search === null || search === undefined) return ok(undefined);
  if (search.length > maxSearchLength) {
    const message = `filter.search: expected at most ${maxSearchLength} characters, but got ${search.length}.`;
    return fail('BAD_USER_INPUT', message);
  }
  const words = search.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length > 0
    ? ok(words)
    : fail('BAD_USER_INPUT', `filter.search: expected at least one word, but got ${JSON.stringify(search)}.`);
};

const languageOf = (language: string | null | undefined): Result<string | undefined> => {
  if (language === null || language === undefined) return ok(undefined);
  try {
    return ok(Intl.getCanonicalLocales(language)[0]);
  } catch {
    const message = `filter.language: expected a language such as "pt-BR", but got ${JSON.stringify(language)}.`;
    return fail('BAD_USER_INPUT', message);
  }
};

export const createCourseLists = (
  { courses, instructors }: CourseStores,
  { publishedByInstructorId }: CourseLoaders,
): CourseLists => ({
  list: async ({ filter, sort, page }, fields) => {
    const order = courseOrder(sort);
    const request = pageRequest(order, page);
    if (!request.ok) return request;
    const words = wordsOf(filter.search);
    if (!words.ok) return words;
    const language = languageOf(filter.language);
    if (!language.ok) return language;
    const criteria = {
      category: filter.category ?? undefined,
      level: filter.level ?? undefined,
      language: language.value,
      instructorId: filter.instructorId,
      words: words.value,
    };
    return ok(await readPage(courses.published(criteria, order, fields), order, request.value));
  },
  taughtBy: async (instructorId, { sort, page }, fields) => {
    const order = courseOrder(sort);
    const request = pageRequest(order, page);
    if (!request.ok) return request;
    const taught = await publishedByInstructorId.load(instructorId, [...fields, order.path]);
    return ok(await readPage(listingOf(order, taught?.items ?? []), order, request.value));
  },
  managed: async ({ isPublished, page }, fields, seam) => {
    const request = pageRequest(lastEditedFirst, page);
    if (!request.ok) return request;
    const viewer = seam.look();
    if (!viewer || !mayTeach(viewer)) return fail('FORBIDDEN', 'Only instructors and admins edit courses.');
    const own = mayEditAny(viewer) ? undefined : await instructors.byUserId(viewer.id);
    const listing =
      own === null
        ? listingOf<CourseRecord>(lastEditedFirst, [])
        : courses.all({ isPublished, instructorId: own?._id }, lastEditedFirst, fields);
    return ok(await readPage(listing, lastEditedFirst, request.value));
  },
});
