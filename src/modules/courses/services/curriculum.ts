import type { CourseLoaders } from '../loaders/course-loaders.ts';
import type { LessonRecord, SectionRecord } from '../models/records.ts';
import type { LessonField } from '../stores/lesson.store.ts';

/** What a course consists of, in order. */
export interface Curriculum {
  sectionsOf(courseId: string): Promise<readonly SectionRecord[]>;
  lessonIdsOf(courseId: string): Promise<readonly string[]>;
  lessonsOf(courseId: string, fields: readonly LessonField[]): Promise<LessonRecord[]>;
}

export const lessonIdsIn = (sections: readonly SectionRecord[]): string[] =>
  sections.flatMap(({ lessonIds }) => lessonIds);

export const createCurriculum = ({ outlineById, lessonById }: CourseLoaders): Curriculum => {
  const sectionsOf = async (courseId: string) =>
    (await outlineById.load(courseId, ['sections']))?.sections ?? [];
  const lessonIdsOf = async (courseId: string) => lessonIdsIn(await sectionsOf(courseId));
  return {
    sectionsOf,
    lessonIdsOf,
    lessonsOf: async (courseId, fields) => lessonById.loadMany(await lessonIdsOf(courseId), fields),
  };
};
