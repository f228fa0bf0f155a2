import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import {
  anyText,
  boolean,
  moment,
  number,
  optionalMoment,
  recordOptions,
  text,
} from '../../../shared/record-schema.ts';
import type {
  CourseRecord,
  CourseStatisticsRecord,
  EnrolmentRecord,
  InstructorRecord,
  LessonRecord,
  OutlineRecord,
  RecordingRecord,
} from './records.ts';

export interface CourseModels {
  readonly courses: Model<CourseRecord>;
  readonly outlines: Model<OutlineRecord>;
  readonly lessons: Model<LessonRecord>;
  readonly recordings: Model<RecordingRecord>;
  readonly instructors: Model<InstructorRecord>;
  readonly enrolments: Model<EnrolmentRecord>;
  readonly statistics: Model<CourseStatisticsRecord>;
}

/**
 * What the cache may know of how these collections are read: the paths whose equality names a partition (leading fields
 * of the indexes below), and those of the text index. Held against the indexes at the start.
 */
export const courseCollections = [
  {
    collection: 'courses',
    type: 'Course',
    facets: ['listedIn', 'instructorId'],
    textPaths: ['title', 'summary', 'textLanguage'],
  },
  { collection: 'courseOutlines' },
  { collection: 'lessons', type: 'Lesson', fixedFacets: ['courseId'] },
  { collection: 'recordings', type: 'Recording', fixedFacets: ['lessonId'] },
  { collection: 'instructors', type: 'Instructor', facets: ['verified', 'userId'] },
  { collection: 'enrolments', type: 'Enrolment', fixedFacets: ['userId', 'courseId'] },
  { collection: 'courseStatistics' },
] as const;

/** A learner without progress has an empty object. */
const options = { ...recordOptions, minimize: false } as const;

/** Paths that published courses are sorted by; `_id` decides among equals. */
const sortPaths = ['titleKey', 'publishedAt', 'enrolmentCount'] as const;

const courseSchema = (): Schema<CourseRecord> => {
  const schema = new Schema<CourseRecord>(
    {
      _id: text,
      title: text,
      titleKey: text,
      summary: text,
      description: anyText,
      category: text,
      level: text,
      language: text,
      instructorId: text,
      isPublished: boolean,
      listedIn: [String],
      publishedAt: optionalMoment,
      createdAt: moment,
      updatedAt: moment,
      enrolmentCount: number,
    },
    { ...options, collection: 'courses' },
  );
  for (const sort of sortPaths) schema.index({ listedIn: 1, [sort]: 1, _id: 1 });
  // What is managed is listed by its last change, published or not.
  schema
    .index({ updatedAt: 1, _id: 1 })
    .index({ isPublished: 1, updatedAt: 1, _id: 1 })
    .index({ instructorId: 1, updatedAt: 1, _id: 1 });
  // Courses are in many languages, whose stop words and stems are not one another's. Without another name for it, Mongo would
  // take `language` for the one to read a text by, and refuse those that it does not know.
  return schema.index(
    { title: 'text', summary: 'text' },
    { name: 'course_text', default_language: 'none', language_override: 'textLanguage' },
  );
};

const outlineSchema = (): Schema<OutlineRecord> =>
  new Schema<OutlineRecord>(
    { _id: text, sections: [{ _id: false, title: text, lessonIds: [String] }], revision: number },
    { ...options, collection: 'courseOutlines' },
  );

const lessonSchema = (): Schema<LessonRecord> =>
  new Schema<LessonRecord>(
    {
      _id: text,
      courseId: text,
      title: text,
      summary: anyText,
      durationSeconds: number,
      isRequired: boolean,
      isPreview: boolean,
    },
    { ...options, collection: 'lessons' },
  ).index({ courseId: 1, _id: 1 });

const recordingSchema = (): Schema<RecordingRecord> =>
  new Schema<RecordingRecord>(
    { _id: text, lessonId: text, title: text, durationSeconds: number, url: text, addedAt: moment },
    { ...options, collection: 'recordings' },
  ).index({ lessonId: 1, addedAt: 1, _id: 1 });

const instructorSchema = (): Schema<InstructorRecord> =>
  new Schema<InstructorRecord>(
    { _id: text, userId: text, name: text, nameKey: text, bio: anyText, verified: boolean },
    { ...options, collection: 'instructors' },
  )
    .index({ nameKey: 1, _id: 1 })
    .index({ verified: 1, nameKey: 1, _id: 1 })
    .index({ userId: 1 }, { unique: true });

const enrolmentSchema = (): Schema<EnrolmentRecord> =>
  new Schema<EnrolmentRecord>(
    {
      _id: text,
      userId: text,
      courseId: text,
      enrolledAt: moment,
      lastActiveAt: optionalMoment,
      lessons: { type: Schema.Types.Mixed, default: {} },
      activeDays: [String],
      completedAt: optionalMoment,
      certificateId: { type: String, default: null },
    },
    { ...options, collection: 'enrolments' },
  )
    .index({ userId: 1, enrolledAt: 1, _id: 1 })
    .index({ courseId: 1, _id: 1 });

const statisticsSchema = (): Schema<CourseStatisticsRecord> =>
  new Schema<CourseStatisticsRecord>(
    {
      _id: text,
      computedAt: moment,
      enrolments: number,
      completions: number,
      averageProgress: number,
      activeLearners: [{ _id: false, day: moment, learners: number }],
      dropOff: [{ _id: false, lessonId: text, started: number, completed: number, stoppedHere: number }],
    },
    { ...options, collection: 'courseStatistics' },
  );

export const createCourseModels = (connection: Connection): CourseModels => ({
  courses: connection.model<CourseRecord, Model<CourseRecord>>('Course', courseSchema()),
  outlines: connection.model<OutlineRecord, Model<OutlineRecord>>('CourseOutline', outlineSchema()),
  lessons: connection.model<LessonRecord, Model<LessonRecord>>('Lesson', lessonSchema()),
  recordings: connection.model<RecordingRecord, Model<RecordingRecord>>('Recording', recordingSchema()),
  instructors: connection.model<InstructorRecord, Model<InstructorRecord>>('Instructor', instructorSchema()),
  enrolments: connection.model<EnrolmentRecord, Model<EnrolmentRecord>>('Enrolment', enrolmentSchema()),
  statistics: connection.model<CourseStatisticsRecord, Model<CourseStatisticsRecord>>(
    'CourseStatistics',
    statisticsSchema(),
  ),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const prepareCourseCollections = async (models: CourseModels): Promise<void> => {
  await prepareCollections(models);
};
