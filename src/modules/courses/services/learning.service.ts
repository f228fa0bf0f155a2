import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import { latestEnrolmentFirst } from '../course-orders.ts';
import type { CourseLoaders } from '../loaders/course-loaders.ts';
import type { CourseRecord, EnrolmentRecord, LessonRecord } from '../models/records.ts';
import type { LessonProgressModel } from '../resolver-models.ts';
import type { EnrolmentField } from '../stores/enrolment.store.ts';
import type { CourseStores } from '../stores/index.ts';
import type { LessonField } from '../stores/lesson.store.ts';
import { noSuchCourse, noSuchLesson, type CourseAccess } from './course-access.service.ts';
import { parseProgress } from './course-input.ts';
import type { Curriculum } from './curriculum.ts';
import { enrolmentIdOf, newCompletion } from './naming.ts';
import { isWholeCourse, progressIn, progressOf } from './progress.ts';

/** What a viewer does with courses. All of it is theirs alone; UNAUTHENTICATED for nobody. */
export interface Learning {
  mine(
    page: PageArguments,
    fields: readonly EnrolmentField[],
    viewer: ViewerSeam,
  ): Promise<Result<Connection<EnrolmentRecord>>>;
  mineIn(
    courseId: string,
    fields: readonly EnrolmentField[],
    viewer: ViewerSeam,
  ): Promise<Result<EnrolmentRecord | null>>;
  /** Enrolling twice is enrolling once. @returns NOT_FOUND for a course that is not published. */
  enrol(courseId: string, viewer: ViewerSeam): Promise<Result<EnrolmentRecord>>;
  /** @returns whether there was an enrolment; CONFLICT for a completed one. */
  unenrol(courseId: string, viewer: ViewerSeam): Promise<Result<boolean>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND; CONFLICT for whoever is not enrolled. */
  report(lessonId: string, input: unknown, viewer: ViewerSeam): Promise<Result<EnrolmentRecord>>;
  progressOf(enrolment: EnrolmentRecord): Promise<number>;
  /** Of all lessons in order; none while the course is not there for the viewer. */
  lessonsOf(
    enrolment: EnrolmentRecord,
    fields: readonly LessonField[],
    viewer: ViewerSeam,
  ): Promise<LessonProgressModel[]>;
}

const nobody = () => fail('UNAUTHENTICATED', 'Only whoever is signed in learns.');
const notEnrolled = () => fail('CONFLICT', 'Enrol in the course before you report progress in it.');

export interface LearningParts {
  readonly stores: CourseStores;
  readonly loaders: CourseLoaders;
  readonly access: CourseAccess;
  readonly curriculum: Curriculum;
}

export const createLearning = ({ stores, loaders, access, curriculum }: LearningParts): Learning => {
  const { enrolments, courses } = stores;

  const isPublished = async (courseId: string): Promise<boolean> =>
    (await courses.byIds([courseId], ['isPublished'])).some((course) => course.isPublished);

  /** Whoever has completed what is required has completed the course: noted once, with a certificate. */
  const settle = async (enrolment: EnrolmentRecord): Promise<EnrolmentRecord> => {
    if (enrolment.completedAt !== null) return enrolment;
    if (!isWholeCourse(await curriculum.lessonsOf(enrolment.courseId, ['isRequired']), enrolment))
      return enrolment;
    const completed = await enrolments.update(enrolment._id, newCompletion(), { completedAt: null });
    return completed ?? (await enrolments.byId(enrolment._id)) ?? enrolment;
  };

  /** The lesson, if it is one of a course that the viewer can see. */
  const lessonToLearn = async (id: string, seam: ViewerSeam): Promise<LessonRecord | null> => {
    const lesson = await access.lesson(id, ['durationSeconds'], seam);
    return lesson && (await curriculum.lessonIdsOf(lesson.courseId)).includes(id) ? lesson : null;
  };

  return {
    mine: async (page, fields, seam) => {
      const viewer = seam.look();
      if (!viewer) return nobody();
      const request = pageRequest(latestEnrolmentFirst, page);
      if (!request.ok) return request;
      const listing = enrolments.listing(viewer.id, latestEnrolmentFirst, fields);
      return ok(await readPage(listing, latestEnrolmentFirst, request.value));
    },

    mineIn: async (courseId, fields, seam) => {
      const viewer = seam.look();
      if (!viewer) return nobody();
      return ok(await loaders.enrolmentById.load(enrolmentIdOf(courseId, viewer.id), fields));
    },

    enrol: async (courseId, seam) => {
      const viewer = seam.look();
      if (!viewer) return nobody();
      if (!(await isPublished(courseId))) return noSuchCourse();
      const enrolment: EnrolmentRecord = {
        _id: enrolmentIdOf(courseId, viewer.id),
        userId: viewer.id,
        courseId,
        enrolledAt: new Date(),
        lastActiveAt: null,
        lessons: {},
        activeDays: [],
        completedAt: null,
        certificateId: null,
      };
      if (!(await enrolments.insert(enrolment))) {
        const known = await enrolments.byId(enrolment._id);
        return known ? ok(known) : fail('CONFLICT', 'The enrolment ended at the same time.');
      }
      // The course may have gone while nobody was enrolled yet, who would have kept it.
      if (await isPublished(courseId)) return ok(enrolment);
      await enrolments.remove(enrolment._id);
      return noSuchCourse();
    },

    unenrol: async (courseId, seam) => {
      const viewer = seam.look();
      if (!viewer) return nobody();
      const id = enrolmentIdOf(courseId, viewer.id);
      if (await enrolments.remove(id, { completedAt: null })) return ok(true);
      return (await enrolments.byId(id))
        ? fail('CONFLICT', 'You have completed this course, and its certificate belongs to the enrolment.')
        : ok(false);
    },

    report: async (lessonId, input, seam) => {
      const viewer = seam.look();
      if (!viewer) return nobody();
      const parsed = parseProgress(input);
      if (!parsed.ok) return parsed;
      const lesson = await lessonToLearn(lessonId, seam);
      if (!lesson) return noSuchLesson();
      const { positionSeconds, completed, rewind } = parsed.value;
      const position = Math.min(positionSeconds ?? -1, lesson.durationSeconds);
      const isAtEnd = position === lesson.durationSeconds;
      const enrolment = await enrolments.noteProgress(enrolmentIdOf(lesson.courseId, viewer.id), {
        lessonId,
        positionSeconds: position < 0 ? undefined : position,
        completed: completed ?? (isAtEnd ? true : undefined),
        rewind,
        at: new Date(),
      });
      return enrolment ? ok(await settle(enrolment)) : notEnrolled();
    },

    progressOf: async (enrolment) =>
      progressOf(await curriculum.lessonsOf(enrolment.courseId, ['isRequired']), enrolment),

    lessonsOf: async (enrolment, fields, seam) => {
      const course: CourseRecord | null = await access.course(enrolment.courseId, [], seam);
      if (!course) return [];
      const lessons = await curriculum.lessonsOf(enrolment.courseId, fields);
      return lessons.map((lesson) => ({ lesson, progress: progressIn(enrolment, lesson._id) }));
    },
  };
};
