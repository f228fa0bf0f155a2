import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { CourseModels } from './models/index.ts';
import type { EnrolmentRecord } from './models/records.ts';
import { createCourseStores } from './stores/index.ts';

/** As clients know what it is about. */
const withIdsOfApi = ({ courseId, lessons, ...shown }: Omit<EnrolmentRecord, '_id' | 'userId'>) => ({
  courseId: toGlobalId('Course', courseId),
  ...shown,
  lessons: Object.fromEntries(
    Object.entries(lessons).map(([lessonId, progress]) => [toGlobalId('Lesson', lessonId), progress]),
  ),
});

/** What this domain keeps of its users, so that they can have it and have it forgotten. */
export const createCoursePersonalData = (models: CourseModels) => {
  const { enrolments, instructors } = createCourseStores(models);
  return {
    /** What it is called in an export. */
    domain: 'courses',
    /** @returns all that is kept of a user, as JSON can hold it. */
    exportOf: async (userId: string): Promise<unknown> => {
      const [enrolled, instructor] = await Promise.all([
        enrolments.allOfUser(userId),
        instructors.byUserId(userId),
      ]);
      return {
        enrolments: enrolled.map(({ _id, userId: _own, ...shown }) => withIdsOfApi(shown)),
        instructor: instructor && {
          name: instructor.name,
          bio: instructor.bio,
          verified: instructor.verified,
        },
      };
    },
    /** Removes enrolments. An instructor stays without a name, since courses are theirs. Called again after a failure. */
    eraseOf: async (userId: string): Promise<void> => {
      for (const { _id } of await enrolments.allOfUser(userId)) await enrolments.remove(_id);
      const instructor = await instructors.byUserId(userId);
      if (!instructor) return;
      const nameless = { name: 'Former instructor', nameKey: 'former instructor', bio: '', verified: false };
      await instructors.update(instructor._id, { ...nameless, userId: `gone:${instructor._id}` });
    },
  };
};
