import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { Course } from './Course.ts';
import { CourseAnalytics } from './CourseAnalytics.ts';
import { CourseSection } from './CourseSection.ts';
import { Enrolment } from './Enrolment.ts';
import { Instructor } from './Instructor.ts';
import { Lesson } from './Lesson.ts';
import { LessonDropOff } from './LessonDropOff.ts';
import { LessonProgress } from './LessonProgress.ts';
import { Mutation } from './Mutation/index.ts';
import { Query } from './Query/index.ts';
import { Recording } from './Recording.ts';

export const courseResolvers: Resolvers = {
  Query,
  Mutation,
  Course,
  CourseAnalytics,
  CourseSection,
  Enrolment,
  Instructor,
  Lesson,
  LessonDropOff,
  LessonProgress,
  Recording,
};
