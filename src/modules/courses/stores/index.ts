import type { FindableFollowing } from '../../../shared/findable.ts';
import type { CourseModels } from '../models/index.ts';
import type { CourseRecord } from '../models/records.ts';
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

/** @param following told of each write; `undefined` for stores that change nothing that courses are found by. */
export const createCourseStores = (
  models: CourseModels,
  following?: FindableFollowing<CourseRecord>,
): CourseStores => ({
  courses: createCourseStore(models, following),
  outlines: createOutlineStore(models),
  lessons: createLessonStore(models),
  recordings: createRecordingStore(models),
  instructors: createInstructorStore(models),
  enrolments: createEnrolmentStore(models),
  statistics: createCourseStatisticsStore(models),
});
