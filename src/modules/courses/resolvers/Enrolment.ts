import type { EnrolmentResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { coursePaths, lessonPaths } from '../record-fields.ts';

export const Enrolment: EnrolmentResolvers = {
  id: ({ _id }) => toGlobalId('Enrolment', _id),
  course: ({ courseId }, _arguments, { courses, viewer }, info) =>
    courses.access.course(courseId, coursePaths(fieldsSelectedOf(info, 'Course')), viewer),
  progress: (enrolment, _arguments, { courses }) => courses.learning.progressOf(enrolment),
  lessons: (enrolment, _arguments, { courses, viewer }, info) =>
    courses.learning.lessonsOf(enrolment, lessonPaths(fieldsSelectedOf(info, 'Lesson')), viewer),
};
