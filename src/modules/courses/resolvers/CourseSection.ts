import type { CourseSectionResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { lessonPaths } from '../record-fields.ts';

export const CourseSection: CourseSectionResolvers = {
  lessons: ({ lessonIds }, _arguments, { courses }, info) =>
    courses.loaders.lessonById.loadMany(lessonIds, lessonPaths(fieldsSelectedOf(info, 'Lesson'))),
};
