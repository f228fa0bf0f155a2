import type { CourseModels } from '../models/index.ts';
import { createCourseStatisticsStore, type CourseStatisticsStore } from './course-statistics.store.ts';
import { createCourseStore, type CourseStore } from './course.store.ts';
import { createEnrolmentStore, type EnrolmentStore } from './enrolment.store.ts';
import { createInstructorStore, type InstructorStore } from './instructor.store.ts';
import { createLessonStore, type LessonStore } from './lesson.store.ts';
import { createOutlineStore, type OutlineStore } from './outline.store.ts';
import { createRecordingStore, type RecordingStore } from './recording.store.ts';

export interface CourseStores {
  readonly courses: CourseStore;
  readonly outlines: OutlineStore;
  readonly lessons: LessonStore;
  readonly recordings: RecordingStore;
  readonly instructors: InstructorStore;
  readonly enrolments: EnrolmentStore;
  readonly statistics: CourseStatisticsStore;
}

export const createCourseStores = (models: CourseModels): CourseStores => ({
  courses: createCourseStore(models),
  outlines: createOutlineStore(models),
  lessons: createLessonStore(models),
  recordings: createRecordingStore(models),
  instructors: createInstructorStore(models),
  enrolments: createEnrolmentStore(models),
  statistics: createCourseStatisticsStore(models),
});
