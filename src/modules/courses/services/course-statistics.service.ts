import { uncachedEntities } from '../../../shared/entity-reader.ts';
import type { CourseStatisticsRecord, EnrolmentRecord, LessonRecord } from '../models/records.ts';
import type { CourseStores } from '../stores/index.ts';
import { createCourseLoaders } from '../loaders/course-loaders.ts';
import { createCurriculum } from './curriculum.ts';
import { newCompletion } from './naming.ts';
import { hasBegun, isWholeCourse, progressIn, progressOf } from './progress.ts';

/** Counts how courses do. What it counts is kept, and everybody is shown what was kept, until it counts again. */
export interface CourseCounting {
  /** Those at the same time for one course share one count. @returns `null` when there is no such course. */
  count(courseId: string): Promise<CourseStatisticsRecord | null>;
  /** Every course, one after the other, until it is told to stop. @returns how many. */
  countAll(signal: AbortSignal): Promise<number>;
}

export interface CourseCountingParts {
  /** Reads for nobody's answer. */
  readonly read: CourseStores;
  readonly write: CourseStores;
  /** Runs what writes, and resolves when everybody is told of it. */
  readonly recorded: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Days of `activeLearners`. */
const windowDays = 30;
const dayMs = 86_400_000;

/** The days up to that of a moment, as midnights UTC, the earliest first. */
const daysUpTo = (moment: Date): Date[] => {
  const last = Math.floor(moment.getTime() / dayMs) * dayMs;
  return Array.from({ length: windowDays }, (_, index) => new Date(last - (windowDays - 1 - index) * dayMs));
};

/** Takes learners in one by one, so that a large course needs no more memory than a small one. */
const createTally = (lessons: readonly LessonRecord[], computedAt: Date) => {
  const byDay = new Map(
    daysUpTo(computedAt).map((day) => [day.toISOString().slice(0, 10), { day, learners: 0 }]),
  );
  const dropOff = lessons.map(({ _id }) => ({ lessonId: _id, started: 0, completed: 0, stoppedHere: 0 }));
  let enrolments = 0;
  let completions = 0;
  let progress = 0;
  return {
    add: (enrolment: EnrolmentRecord): void => {
      enrolments += 1;
      if (enrolment.completedAt !== null) completions += 1;
      progress += progressOf(lessons, enrolment);
      for (const day of enrolment.activeDays) {
        const counted = byDay.get(day);
        if (counted) counted.learners += 1;
      }
      const begun = dropOff.filter(({ lessonId }) => hasBegun(enrolment, lessonId));
      for (const lesson of begun) {
        lesson.started += 1;
        if (progressIn(enrolment, lesson.lessonId).completedAt !== undefined) lesson.completed += 1;
      }
      const last = begun.at(-1);
      if (last && enrolment.completedAt === null) last.stoppedHere += 1;
    },
    result: () => ({
      computedAt,
      enrolments,
      completions,
      averageProgress: enrolments === 0 ? 0 : progress / enrolments,
      activeLearners: [...byDay.values()],
      dropOff,
    }),
  };
};

export const createCourseCounting = ({ read, write, recorded }: CourseCountingParts): CourseCounting => {
  const underWay = new Map<string, Promise<CourseStatisticsRecord | null>>();

  const countNow = async (courseId: string): Promise<CourseStatisticsRecord | null> => {
    const [course] = await read.courses.byIds([courseId], ['enrolmentCount']);
    if (!course) return null;
    const lessons = await createCurriculum(createCourseLoaders(read, uncachedEntities)).lessonsOf(courseId, [
      'isRequired',
    ]);
    const tally = createTally(lessons, new Date());
    // Those who lacked nothing but lessons that are required no longer, and have not reported anything since.
    const completed: string[] = [];
    for await (const enrolment of read.enrolments.eachOf(courseId)) {
      const isDue = enrolment.completedAt === null && isWholeCourse(lessons, enrolment);
      if (isDue) completed.push(enrolment._id);
      tally.add(isDue ? { ...enrolment, completedAt: new Date() } : enrolment);
    }
    const counted: CourseStatisticsRecord = { _id: courseId, ...tally.result() };
    await recorded(async () => {
      for (const id of completed) await write.enrolments.update(id, newCompletion(), { completedAt: null });
      await write.statistics.put(counted);
      if (course.enrolmentCount !== counted.enrolments)
        await write.courses.update(courseId, { enrolmentCount: counted.enrolments });
    });
    return counted;
  };

  const count = (courseId: string): Promise<CourseStatisticsRecord | null> => {
    const known = underWay.get(courseId);
    if (known) return known;
    const counting = countNow(courseId).finally(() => underWay.delete(courseId));
    underWay.set(courseId, counting);
    return counting;
  };

  return {
    count,
    countAll: async (signal) => {
      let done = 0;
      for (const courseId of await read.courses.allIds()) {
        if (signal.aborted) break;
        if (await count(courseId)) done += 1;
      }
      return done;
    },
  };
};
