export { createCourses, type Courses } from './courses.ts';
export { findableCourses } from './findable-courses.ts';
export {
  courseCollections,
  createCourseModels,
  prepareCourseCollections,
  type CourseModels,
} from './models/index.ts';
export type {
  CourseRecord,
  CourseStatisticsRecord,
  EnrolmentRecord,
  InstructorRecord,
  LessonDropOffRecord,
  LessonRecord,
  RecordingRecord,
} from './models/records.ts';
export { createCoursePersonalData } from './personal-data.ts';
export { coursePaths } from './record-fields.ts';
export { courseResolvers } from './resolvers/index.ts';
export { courseNodes } from './resolvers/nodes.ts';
export { createCourseCounting, type CourseCounting } from './services/course-statistics.service.ts';
export { seedCourses } from './seed/seed-courses.ts';
export { createCourseStores } from './stores/index.ts';
export type {
  CourseConnectionModel,
  CourseEdgeModel,
  CourseSectionModel,
  EnrolmentConnectionModel,
  EnrolmentEdgeModel,
  InstructorConnectionModel,
  InstructorEdgeModel,
  LessonProgressModel,
} from './resolver-models.ts';
