import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { course } from './course.ts';
import { courseAnalytics } from './courseAnalytics.ts';
import { courseStatistics } from './courseStatistics.ts';
import { courses } from './courses.ts';
import { instructor } from './instructor.ts';
import { instructors } from './instructors.ts';
import { lesson } from './lesson.ts';
import { managedCourses } from './managedCourses.ts';
import { myEnrolment } from './myEnrolment.ts';
import { myEnrolments } from './myEnrolments.ts';
import { recording } from './recording.ts';

export const Query: QueryResolvers = {
  course,
  courseAnalytics,
  courseStatistics,
  courses,
  instructor,
  instructors,
  lesson,
  managedCourses,
  myEnrolment,
  myEnrolments,
  recording,
};
