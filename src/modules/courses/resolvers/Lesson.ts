import type { LessonResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { coursePaths, recordingPaths } from '../record-fields.ts';

export const Lesson: LessonResolvers = {
  id: ({ _id }) => toGlobalId('Lesson', _id),
  // Whoever sees a lesson was let see its course.
  course: async ({ courseId }, _arguments, { courses }, info) => {
    const fields = coursePaths(fieldsSelectedOf(info, 'Course'));
    const course = await courses.loaders.courseById.load(courseId, fields);
    if (!course) throw new Error(`The course ${courseId} of a lesson is missing.`);
    return course;
  },
  recordings: async ({ _id }, _arguments, { courses }, info) => {
    const fields = recordingPaths(fieldsSelectedOf(info, 'Recording'));
    return [...((await courses.loaders.recordingsByLessonId.load(_id, fields))?.items ?? [])];
  },
};
