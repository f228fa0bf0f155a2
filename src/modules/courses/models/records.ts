import type { CourseCategory, CourseLevel } from '../../../graphql/generated/resolvers.ts';

/** A course as Mongo keeps it, in `courses`. What it consists of is in its {@link OutlineRecord}. */
export interface CourseRecord {
  /** Twelve hex digits. */
  _id: string;
  title: string;
  /** What titles are sorted by: lower case, without diacritics. */
  titleKey: string;
  summary: string;
  description: string;
  category: CourseCategory;
  level: CourseLevel;
  /** BCP 47. */
  language: string;
  instructorId: string;
  isPublished: boolean;
  /**
   * The lists of published courses that it stands in: see `listsOf`. So whether it is published and what it is about are one
   * path to the cache, and publishing a course of one category leaves the lists of the others.
   */
  listedIn: string[];
  /** The first time; `null` before. */
  publishedAt: Date | null;
  createdAt: Date;
  /** Of this record: lessons are apart. */
  updatedAt: Date;
  /** As of the last daily count. */
  enrolmentCount: number;
}

/** Some lessons under one title. Never empty. */
export interface SectionRecord {
  title: string;
  lessonIds: string[];
}

/**
 * Which lessons a course has, and their order, in `courseOutlines`. A lesson that no outline names does not count: it is on
 * its way in or out.
 */
export interface OutlineRecord {
  /** The course's. */
  _id: string;
  sections: SectionRecord[];
  /** Counts the changes, so that none is made over one that was not seen. */
  revision: number;
}

/** A lesson as Mongo keeps it, in `lessons`. */
export interface LessonRecord {
  /** Twelve hex digits. */
  _id: string;
  courseId: string;
  title: string;
  summary: string;
  durationSeconds: number;
  isRequired: boolean;
  isPreview: boolean;
}

/** A recording as Mongo keeps it, in `recordings`. */
export interface RecordingRecord {
  /** Twelve hex digits. */
  _id: string;
  lessonId: string;
  title: string;
  durationSeconds: number;
  url: string;
  addedAt: Date;
}

/** An instructor as Mongo keeps it, in `instructors`. */
export interface InstructorRecord {
  /** Twelve hex digits. */
  _id: string;
  /** The account; one has one instructor at most. */
  userId: string;
  name: string;
  /** What they are sorted by: lower case, without diacritics. */
  nameKey: string;
  bio: string;
  verified: boolean;
}

/** How far somebody is in one lesson. A field that is absent was never reported. */
export interface LessonProgressRecord {
  positionSeconds?: number;
  /** The first time. */
  completedAt?: Date;
}

/** That somebody takes a course, with all their progress in it, in `enrolments`. */
export interface EnrolmentRecord {
  /** See `enrolmentIdOf`. */
  _id: string;
  userId: string;
  courseId: string;
  enrolledAt: Date;
  lastActiveAt: Date | null;
  /** By the id of the lesson; also of lessons that the course has no longer. */
  lessons: Record<string, LessonProgressRecord>;
  /** Days in UTC on which progress was reported, as `YYYY-MM-DD`. */
  activeDays: string[];
  completedAt: Date | null;
  /** Given with `completedAt`. */
  certificateId: string | null;
}

export interface LessonDropOffRecord {
  lessonId: string;
  started: number;
  completed: number;
  stoppedHere: number;
}

/** Figures of a course as of a moment, in `courseStatistics`. */
export interface CourseStatisticsRecord {
  /** The course's. */
  _id: string;
  computedAt: Date;
  enrolments: number;
  completions: number;
  /** 0 to 1. */
  averageProgress: number;
  /** Every day of the window; `day` is midnight UTC. */
  activeLearners: { day: Date; learners: number }[];
  dropOff: LessonDropOffRecord[];
}
