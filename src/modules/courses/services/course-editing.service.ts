import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';
import type { Viewer, ViewerSeam } from '../../../shared/viewer.ts';
import { listsOf, type Placed } from '../lists-of-course.ts';
import type { CourseRecord } from '../models/records.ts';
import { mayEditAny, mayTeach } from '../policy.ts';
import type { CourseStores } from '../stores/index.ts';
import { noSuchCourse, type CourseAccess } from './course-access.service.ts';
import { parseCourseChanges, parseNewCourse } from './course-input.ts';
import { lessonIdsIn } from './curriculum.ts';
import { newId } from './naming.ts';

/** All of them answer NOT_FOUND for a course that is not there for the viewer, and FORBIDDEN for one that is not theirs. */
export interface CourseEditing {
  /** @returns BAD_USER_INPUT; CONFLICT for an instructor who has no profile yet. */
  create(input: unknown, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
  /** @returns BAD_USER_INPUT. */
  update(id: string, input: unknown, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
  /** @returns CONFLICT for one without a lesson. */
  publish(id: string, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
  unpublish(id: string, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
  /** @returns its id; CONFLICT while it is published, or has learners. */
  remove(id: string, viewer: ViewerSeam): Promise<Result<string>>;
}

export const createCourseEditing = (stores: CourseStores, access: CourseAccess): CourseEditing => {
  const { courses, outlines, lessons, recordings, instructors, enrolments, statistics } = stores;

  /** Who is to teach; `undefined` when nothing was said about it. */
  const teacherOf = async (
    instructorId: string | null | undefined,
    viewer: Viewer,
  ): Promise<Result<string | undefined>> => {
    if (instructorId === null || instructorId === undefined) return ok(undefined);
    const teacher = await instructors.byId(instructorId);
    if (teacher?.userId === viewer.id) return ok(instructorId);
    if (!mayEditAny(viewer)) return fail('FORBIDDEN', 'Only admins say that somebody else teaches a course.');
    return teacher
      ? ok(instructorId)
      : fail('BAD_USER_INPUT', 'input.instructorId: expected the id of an instructor, but there is none.');
  };

  /** Its lists follow from what they are about: written only over what they were made from. */
  const change = async (
    id: string,
    changesOf: (course: CourseRecord) => Partial<CourseRecord>,
  ): Promise<Result<CourseRecord>> => {
    for (;;) {
      const course = await courses.byId(id);
      if (!course) return noSuchCourse();
      const { isPublished, category, level, language, instructorId } = course;
      const seen: Placed = { isPublished, category, level, language, instructorId };
      const changes = { ...changesOf(course), updatedAt: new Date() };
      const isPlaced = Object.keys(seen).some((path) => path in changes);
      const lists = isPlaced && { listedIn: listsOf({ ...course, ...changes }) };
      const changed = await courses.update(id, { ...changes, ...lists }, isPlaced ? seen : {});
      if (changed) return ok(changed);
    }
  };

  return {
    create: async (input, seam) => {
      const viewer = seam.look();
      if (!viewer || !mayTeach(viewer)) return fail('FORBIDDEN', 'Only instructors and admins make courses.');
      const parsed = parseNewCourse(input);
      if (!parsed.ok) return parsed;
      const { instructorId, ...details } = parsed.value;
      const teacher = await teacherOf(instructorId, viewer);
      if (!teacher.ok) return teacher;
      const teacherId = teacher.value ?? (await instructors.byUserId(viewer.id))?._id;
      if (teacherId === undefined)
        return fail('CONFLICT', 'Whoever teaches needs a profile: call saveInstructorProfile first.');
      const now = new Date();
      const course: CourseRecord = {
        _id: newId(),
        ...details,
        titleKey: sortKeyOf(details.title),
        instructorId: teacherId,
        isPublished: false,
        listedIn: [],
        publishedAt: null,
        createdAt: now,
        updatedAt: now,
        enrolmentCount: 0,
      };
      // The outline first: a course without one could take no lessons.
      await outlines.insert({ _id: course._id, sections: [], revision: 0 });
      await courses.insert(course);
      return ok(course);
    },

    update: async (id, input, seam) => {
      const course = await access.toEdit(id, seam);
      if (!course.ok) return course;
      const parsed = parseCourseChanges(input);
      if (!parsed.ok) return parsed;
      const viewer = seam.look();
      const { instructorId, title, ...rest } = parsed.value;
      const teacher = viewer ? await teacherOf(instructorId, viewer) : ok(undefined);
      if (!teacher.ok) return teacher;
      const changes = given({
        ...rest,
        title,
        titleKey: title === undefined ? undefined : sortKeyOf(title),
        instructorId: teacher.value,
      });
      return change(id, () => changes);
    },

    publish: async (id, seam) => {
      const course = await access.toEdit(id, seam);
      if (!course.ok || course.value.isPublished) return course;
      const outline = await outlines.byId(id);
      if (lessonIdsIn(outline?.sections ?? []).length === 0)
        return fail('CONFLICT', 'A course needs a lesson before it is published.');
      return change(id, ({ publishedAt }) => ({ isPublished: true, publishedAt: publishedAt ?? new Date() }));
    },

    unpublish: async (id, seam) => {
      const course = await access.toEdit(id, seam);
      if (!course.ok || !course.value.isPublished) return course;
      return change(id, () => ({ isPublished: false }));
    },

    remove: async (id, seam) => {
      const course = await access.toEdit(id, seam);
      if (!course.ok) return course;
      if (course.value.isPublished) return fail('CONFLICT', 'Unpublish the course before you remove it.');
      // Whoever enrols at this moment looks at the course once more afterwards: see `enrol`.
      if (await enrolments.isAnyoneIn(id))
        return fail('CONFLICT', 'The course has learners, who would lose what they did.');
      if (!(await courses.remove(id, { isPublished: false })))
        return fail('CONFLICT', 'The course was published or removed at the same time.');
      const lessonIds = await lessons.idsOf(id);
      for (const { _id } of await recordings.ofLessons(lessonIds, [])) await recordings.remove(_id);
      for (const lessonId of lessonIds) await lessons.remove(lessonId);
      await outlines.remove(id);
      await statistics.remove(id);
      return ok(id);
    },
  };
};
