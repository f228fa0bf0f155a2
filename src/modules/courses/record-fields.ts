import type { Course, Enrolment, Instructor, Lesson, Recording } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type {
  CourseRecord,
  EnrolmentRecord,
  InstructorRecord,
  LessonRecord,
  RecordingRecord,
} from './models/records.ts';

type FieldsOf<Type> = Exclude<keyof Type, '__typename'>;

/**
 * Which paths of the record each field of the type is resolved from, so that only those are read. A field that is not
 * listed here does not compile.
 */
const courseFields: Record<FieldsOf<Course>, readonly (keyof CourseRecord)[]> = {
  id: [],
  title: ['title'],
  summary: ['summary'],
  description: ['description'],
  category: ['category'],
  level: ['level'],
  language: ['language'],
  instructor: ['instructorId'],
  isPublished: ['isPublished'],
  publishedAt: ['publishedAt'],
  createdAt: ['createdAt'],
  updatedAt: ['updatedAt'],
  sections: [],
  lessonCount: [],
  durationSeconds: [],
  enrolmentCount: ['enrolmentCount'],
};

const lessonFields: Record<FieldsOf<Lesson>, readonly (keyof LessonRecord)[]> = {
  id: [],
  title: ['title'],
  summary: ['summary'],
  durationSeconds: ['durationSeconds'],
  isRequired: ['isRequired'],
  isPreview: ['isPreview'],
  course: ['courseId'],
  recordings: [],
};

const recordingFields: Record<FieldsOf<Recording>, readonly (keyof RecordingRecord)[]> = {
  id: [],
  title: ['title'],
  durationSeconds: ['durationSeconds'],
  url: ['url', 'lessonId'],
  addedAt: ['addedAt'],
  lesson: ['lessonId'],
};

const instructorFields: Record<FieldsOf<Instructor>, readonly (keyof InstructorRecord)[]> = {
  id: [],
  name: ['name'],
  bio: ['bio'],
  verified: ['verified'],
  courses: [],
};

const enrolmentFields: Record<FieldsOf<Enrolment>, readonly (keyof EnrolmentRecord)[]> = {
  id: [],
  course: ['courseId'],
  enrolledAt: ['enrolledAt'],
  lastActiveAt: ['lastActiveAt'],
  progress: ['courseId', 'lessons'],
  lessons: ['courseId', 'lessons'],
  completedAt: ['completedAt'],
  certificateId: ['certificateId'],
};

/** The paths that the selected fields of `Course` need; `_id` is always read. */
export const coursePaths = pathsOf(courseFields);
export const lessonPaths = pathsOf(lessonFields);
export const recordingPaths = pathsOf(recordingFields);
export const instructorPaths = pathsOf(instructorFields);
export const enrolmentPaths = pathsOf(enrolmentFields);
