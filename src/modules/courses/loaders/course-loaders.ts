import { createByKeyLoader, type ByKeyLoader } from '../../../shared/by-key-loader.ts';
import type { EntityReader } from '../../../shared/entity-reader.ts';
import type {
  CourseRecord,
  CourseStatisticsRecord,
  EnrolmentRecord,
  InstructorRecord,
  LessonRecord,
  OutlineRecord,
  RecordingRecord,
} from '../models/records.ts';
import type { CourseStatisticsField } from '../stores/course-statistics.store.ts';
import type { CourseField } from '../stores/course.store.ts';
import type { EnrolmentField } from '../stores/enrolment.store.ts';
import type { CourseStores } from '../stores/index.ts';
import type { InstructorField } from '../stores/instructor.store.ts';
import type { LessonField } from '../stores/lesson.store.ts';
import type { OutlineField } from '../stores/outline.store.ts';
import type { RecordingField } from '../stores/recording.store.ts';

/** All of a key's, as a value of a loader. */
interface ListOf<Item> {
  readonly _id: string;
  readonly items: readonly Item[];
}

/** Reads by key, which live as long as an operation. */
export interface CourseLoaders {
  readonly courseById: ByKeyLoader<CourseRecord, CourseField>;
  /** By the id of the course. */
  readonly outlineById: ByKeyLoader<OutlineRecord, OutlineField>;
  readonly lessonById: ByKeyLoader<LessonRecord, LessonField>;
  readonly recordingById: ByKeyLoader<RecordingRecord, RecordingField>;
  readonly instructorById: ByKeyLoader<InstructorRecord, InstructorField>;
  readonly enrolmentById: ByKeyLoader<EnrolmentRecord, EnrolmentField>;
  /** By the id of the course. */
  readonly statisticsById: ByKeyLoader<CourseStatisticsRecord, CourseStatisticsField>;
  readonly recordingsByLessonId: ByKeyLoader<ListOf<RecordingRecord>, RecordingField>;
  readonly publishedByInstructorId: ByKeyLoader<ListOf<CourseRecord>, CourseField>;
  /** Forgets all: for an operation that has written. */
  clear(): void;
}

const grouped = <Item>(keys: readonly string[], items: readonly Item[], keyOf: (item: Item) => string) =>
  keys.map((_id) => ({ _id, items: items.filter((item) => keyOf(item) === _id) }));

export const createCourseLoaders = (stores: CourseStores, entities: EntityReader): CourseLoaders => {
  const loaders = {
    courseById: createByKeyLoader<CourseRecord, CourseField>((keys, fields) =>
      entities.read('courses', keys, fields, stores.courses.byIds),
    ),
    outlineById: createByKeyLoader<OutlineRecord, OutlineField>((keys, fields) =>
      entities.read('courseOutlines', keys, fields, stores.outlines.byIds),
    ),
    lessonById: createByKeyLoader<LessonRecord, LessonField>((keys, fields) =>
      entities.read('lessons', keys, fields, stores.lessons.byIds),
    ),
    recordingById: createByKeyLoader<RecordingRecord, RecordingField>((keys, fields) =>
      entities.read('recordings', keys, fields, stores.recordings.byIds),
    ),
    instructorById: createByKeyLoader<InstructorRecord, InstructorField>((keys, fields) =>
      entities.read('instructors', keys, fields, stores.instructors.byIds),
    ),
    enrolmentById: createByKeyLoader<EnrolmentRecord, EnrolmentField>((keys, fields) =>
      entities.read('enrolments', keys, fields, stores.enrolments.byIds),
    ),
    statisticsById: createByKeyLoader<CourseStatisticsRecord, CourseStatisticsField>((keys, fields) =>
      entities.read('courseStatistics', keys, fields, stores.statistics.byIds),
    ),
    recordingsByLessonId: createByKeyLoader<ListOf<RecordingRecord>, RecordingField>(async (keys, fields) =>
      grouped(keys, await stores.recordings.ofLessons(keys, fields), ({ lessonId }) => lessonId),
    ),
    publishedByInstructorId: createByKeyLoader<ListOf<CourseRecord>, CourseField>(async (keys, fields) =>
      grouped(keys, await stores.courses.publishedOf(keys, fields), ({ instructorId }) => instructorId),
    ),
  };
  return {
    ...loaders,
    clear: () => {
      for (const loader of Object.values(loaders)) loader.clear();
    },
  };
};
