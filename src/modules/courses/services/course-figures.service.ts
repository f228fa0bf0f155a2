import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { CourseLoaders } from '../loaders/course-loaders.ts';
import type { CourseStatisticsRecord } from '../models/records.ts';
import type { CourseAccess } from './course-access.service.ts';
import type { CourseCounting } from './course-statistics.service.ts';

/** What was counted last; counted now for a course that nobody counted yet. */
export interface CourseFigures {
  /** @returns `null` when the course is not there for the viewer. */
  statistics(courseId: string, viewer: ViewerSeam): Promise<CourseStatisticsRecord | null>;
  /** @returns `null` when the course is not there for the viewer; FORBIDDEN when it is not theirs. */
  analytics(courseId: string, viewer: ViewerSeam): Promise<Result<CourseStatisticsRecord | null>>;
}

export const createCourseFigures = (
  { statisticsById }: CourseLoaders,
  access: CourseAccess,
  counting: CourseCounting,
): CourseFigures => {
  const countedOf = async (courseId: string): Promise<CourseStatisticsRecord | null> => {
    const kept = await statisticsById.load(courseId, [
      'computedAt',
      'enrolments',
      'completions',
      'averageProgress',
      'activeLearners',
      'dropOff',
    ]);
    return kept ?? counting.count(courseId);
  };
  return {
    statistics: async (courseId, viewer) =>
      (await access.course(courseId, [], viewer)) ? countedOf(courseId) : null,
    analytics: async (courseId, viewer) => {
      const course = await access.toEdit(courseId, viewer);
      if (course.ok) return ok(await countedOf(courseId));
      return course.fault.code === 'NOT_FOUND'
        ? ok(null)
        : fail('FORBIDDEN', 'Only its instructor and admins see how learners fare in a course.');
    },
  };
};
