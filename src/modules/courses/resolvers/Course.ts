import type { CourseResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { instructorPaths } from '../record-fields.ts';

export const Course: CourseResolvers = {
  id: ({ _id }) => toGlobalId('Course', _id),
  instructor: async ({ instructorId }, _arguments, { courses }, info) => {
    const fields = instructorPaths(fieldsSelectedOf(info, 'Instructor'));
    const instructor = await courses.loaders.instructorById.load(instructorId, fields);
    if (!instructor) throw new Error(`The instructor ${instructorId} of a course is missing.`);
    return instructor;
  },
  sections: async ({ _id }, _arguments, { courses }) => [...(await courses.curriculum.sectionsOf(_id))],
  lessonCount: async ({ _id }, _arguments, { courses }) => (await courses.curriculum.lessonIdsOf(_id)).length,
  durationSeconds: async ({ _id }, _arguments, { courses }) =>
    (await courses.curriculum.lessonsOf(_id, ['durationSeconds'])).reduce(
      (sum, { durationSeconds }) => sum + durationSeconds,
      0,
    ),
};
