import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { CourseRecord, LessonRecord, SectionRecord } from '../models/records.ts';
import type { CourseStores } from '../stores/index.ts';
import { noSuchCourse, noSuchLesson, type CourseAccess } from './course-access.service.ts';
import { parseLessonChanges, parseNewLesson, parseSections } from './course-input.ts';
import { lessonIdsIn } from './curriculum.ts';
import { newId } from './naming.ts';

/** All of them answer NOT_FOUND for a course that is not there for the viewer, and FORBIDDEN for one that is not theirs. */
export interface LessonEditing {
  /** @returns BAD_USER_INPUT. */
  add(courseId: string, input: unknown, viewer: ViewerSeam): Promise<Result<LessonRecord>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND. */
  update(id: string, input: unknown, viewer: ViewerSeam): Promise<Result<LessonRecord>>;
  /** @returns the course that it was of; NOT_FOUND. */
  remove(id: string, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
  /** @returns BAD_USER_INPUT unless every lesson stands in one section, once. */
  arrange(
    courseId: string,
    sections: readonly SectionRecord[],
    viewer: ViewerSeam,
  ): Promise<Result<CourseRecord>>;
}

const firstSection = 'Lessons';

const withLesson = (
  sections: readonly SectionRecord[],
  lessonId: string,
  title: string = sections.at(-1)?.title ?? firstSection,
): SectionRecord[] =>
  sections.some((section) => section.title === title)
    ? sections.map((section) =>
        section.title === title ? { ...section, lessonIds: [...section.lessonIds, lessonId] } : section,
      )
    : [...sections, { title, lessonIds: [lessonId] }];

const withoutLesson = (sections: readonly SectionRecord[], lessonId: string): SectionRecord[] =>
  sections
    .map((section) => ({ ...section, lessonIds: section.lessonIds.filter((id) => id !== lessonId) }))
    .filter(({ lessonIds }) => lessonIds.length > 0);

/** What is wrong with an arrangement of these lessons; `undefined` when it is right. */
const faultIn = (sections: readonly SectionRecord[], lessons: readonly string[]): string | undefined => {
  const titles = sections.map(({ title }) => title);
  if (new Set(titles).size < titles.length) return 'expected a different title for each section';
  if (sections.some(({ lessonIds }) => lessonIds.length === 0)) return 'expected no section without lessons';
  const placed = lessonIdsIn(sections);
  const isWhole = placed.length === lessons.length && new Set([...placed, ...lessons]).size === placed.length;
  return isWhole ? undefined : 'expected each lesson of the course once';
};

export const createLessonEditing = (
  { outlines, lessons, recordings }: CourseStores,
  access: CourseAccess,
): LessonEditing => {
  /** Writes an outline over the one that it was made from only: of two changes at once, both are made. */
  const changeOutline = async (
    courseId: string,
    change: (sections: readonly SectionRecord[]) => Result<SectionRecord[]>,
  ): Promise<Result<undefined>> => {
    for (;;) {
      const outline = await outlines.byId(courseId);
      if (!outline) return noSuchCourse();
      const { revision } = outline;
      const sections = change(outline.sections);
      if (!sections.ok) return sections;
      const next = { sections: sections.value, revision: revision + 1 };
      if (await outlines.update(courseId, next, { revision })) return ok(undefined);
    }
  };

  const toEdit = async (id: string, viewer: ViewerSeam) => {
    const lesson = await lessons.byId(id);
    if (!lesson) return noSuchLesson();
    const course = await access.toEdit(lesson.courseId, viewer);
    if (!course.ok) return course.fault.code === 'NOT_FOUND' ? noSuchLesson() : course;
    return ok({ lesson, course: course.value });
  };

  return {
    add: async (courseId, input, viewer) => {
      const course = await access.toEdit(courseId, viewer);
      if (!course.ok) return course;
      const parsed = parseNewLesson(input);
      if (!parsed.ok) return parsed;
      const { section, ...details } = parsed.value;
      const lesson: LessonRecord = { _id: newId(), courseId, ...details };
      await lessons.insert(lesson);
      const added = await changeOutline(courseId, (sections) =>
        ok(withLesson(sections, lesson._id, section ?? undefined)),
      );
      return added.ok ? ok(lesson) : added;
    },

    update: async (id, input, viewer) => {
      const found = await toEdit(id, viewer);
      if (!found.ok) return found;
      const parsed = parseLessonChanges(input);
      if (!parsed.ok) return parsed;
      const lesson = await lessons.update(id, given(parsed.value));
      return lesson ? ok(lesson) : noSuchLesson();
    },

    remove: async (id, viewer) => {
      const found = await toEdit(id, viewer);
      if (!found.ok) return found;
      const { course } = found.value;
      const removed = await changeOutline(course._id, (sections) => ok(withoutLesson(sections, id)));
      if (!removed.ok) return removed;
      for (const { _id } of await recordings.ofLessons([id], [])) await recordings.remove(_id);
      await lessons.remove(id);
      return ok(course);
    },

    arrange: async (courseId, sections, viewer) => {
      const course = await access.toEdit(courseId, viewer);
      if (!course.ok) return course;
      const parsed = parseSections({ sections });
      if (!parsed.ok) return parsed;
      const wanted = parsed.value.sections;
      const arranged = await changeOutline(courseId, (now) => {
        const fault = faultIn(wanted, lessonIdsIn(now));
        return fault === undefined ? ok(wanted) : fail('BAD_USER_INPUT', `sections: ${fault}.`);
      });
      return arranged.ok ? course : arranged;
    },
  };
};
