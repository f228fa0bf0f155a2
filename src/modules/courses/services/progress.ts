import type { EnrolmentRecord, LessonProgressRecord, LessonRecord } from '../models/records.ts';

type Rated = Pick<LessonRecord, '_id' | 'isRequired'>;
type Progress = Pick<EnrolmentRecord, 'lessons'>;

/** What completing a course takes: where no lesson is required, all are. */
const requiredOf = <Lesson extends Rated>(lessons: readonly Lesson[]): readonly Lesson[] => {
  const required = lessons.filter(({ isRequired }) => isRequired);
  return required.length > 0 ? required : lessons;
};

export const progressIn = ({ lessons }: Progress, lessonId: string): LessonProgressRecord =>
  lessons[lessonId] ?? {};

const isDone = (enrolment: Progress, { _id }: Rated): boolean =>
  progressIn(enrolment, _id).completedAt !== undefined;

/** Share of the required lessons that are completed, 0 to 1; 0 for a course without lessons. */
export const progressOf = (lessons: readonly Rated[], enrolment: Progress): number => {
  const required = requiredOf(lessons);
  if (required.length === 0) return 0;
  return required.filter((lesson) => isDone(enrolment, lesson)).length / required.length;
};

/** Whether all that is required is completed. */
export const isWholeCourse = (lessons: readonly Rated[], enrolment: Progress): boolean =>
  lessons.length > 0 && progressOf(lessons, enrolment) === 1;

/** Whether somebody ever reported progress in a lesson. */
export const hasBegun = (enrolment: Progress, lessonId: string): boolean => {
  const { positionSeconds, completedAt } = progressIn(enrolment, lessonId);
  return positionSeconds !== undefined || completedAt !== undefined;
};
