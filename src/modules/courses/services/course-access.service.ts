import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Viewer, ViewerSeam } from '../../../shared/viewer.ts';
import type { CourseLoaders } from '../loaders/course-loaders.ts';
import type { CourseRecord, LessonRecord, RecordingRecord } from '../models/records.ts';
import { mayEdit } from '../policy.ts';
import type { CourseField } from '../stores/course.store.ts';
import type { LessonField } from '../stores/lesson.store.ts';
import type { RecordingField } from '../stores/recording.store.ts';
import { enrolmentIdOf } from './naming.ts';

/**
 * What somebody may see and edit. Looks at the viewer only where something is not for everybody: so what is published is
 * kept once for all.
 */
export interface CourseAccess {
  /** @returns `null` when it does not exist, or not for them. */
  course(id: string, fields: readonly CourseField[], viewer: ViewerSeam): Promise<CourseRecord | null>;
  /** One that is published, whoever asks. @returns `null` when it does not exist, or is not. */
  published(id: string, fields: readonly CourseField[]): Promise<CourseRecord | null>;
  /** @returns `null` when it does not exist, or its course not for them. */
  lesson(id: string, fields: readonly LessonField[], viewer: ViewerSeam): Promise<LessonRecord | null>;
  /** @returns `null` when it does not exist, or its course not for them. */
  recording(
    id: string,
    fields: readonly RecordingField[],
    viewer: ViewerSeam,
  ): Promise<RecordingRecord | null>;
  /** Where a recording is played from; `null` for who may not play it. */
  addressOf(recording: Pick<RecordingRecord, 'lessonId' | 'url'>, viewer: ViewerSeam): Promise<string | null>;
  /** @returns NOT_FOUND; FORBIDDEN. */
  toEdit(id: string, viewer: ViewerSeam): Promise<Result<CourseRecord>>;
}

const allCourseFields: readonly CourseField[] = [
  '_id', 'title', 'titleKey', 'summary', 'description', 'category', 'level', 'language', 'instructorId', 'isPublished', 'listedIn',
  'publishedAt', 'createdAt', 'updatedAt', 'enrolmentCount',
]; // prettier-ignore

export const noSuchCourse = () => fail('NOT_FOUND', 'There is no course with this id.');
export const noSuchLesson = () => fail('NOT_FOUND', 'There is no lesson with this id.');

export const createCourseAccess = (loaders: CourseLoaders): CourseAccess => {
  const mayEditCourse = async (
    viewer: Viewer,
    { instructorId }: Pick<CourseRecord, 'instructorId'>,
  ): Promise<boolean> => {
    const teacher = await loaders.instructorById.load(instructorId, ['userId']);
    return mayEdit(viewer, teacher?.userId);
  };

  const course: CourseAccess['course'] = async (id, fields, seam) => {
    const found = await loaders.courseById.load(id, [...fields, 'isPublished', 'instructorId']);
    if (!found || found.isPublished) return found;
    const viewer = seam.look();
    return viewer && (await mayEditCourse(viewer, found)) ? found : null;
  };

  const lesson: CourseAccess['lesson'] = async (id, fields, seam) => {
    const found = await loaders.lessonById.load(id, [...fields, 'courseId']);
    return found && (await course(found.courseId, [], seam)) ? found : null;
  };

  return {
    course,
    published: async (id, fields) => {
      const found = await loaders.courseById.load(id, [...fields, 'isPublished']);
      return found?.isPublished === true ? found : null;
    },
    lesson,
    recording: async (id, fields, seam) => {
      const found = await loaders.recordingById.load(id, [...fields, 'lessonId']);
      return found && (await lesson(found.lessonId, [], seam)) ? found : null;
    },
    addressOf: async ({ lessonId, url }, seam) => {
      const found = await loaders.lessonById.load(lessonId, ['isPreview', 'courseId']);
      if (!found) return null;
      if (found.isPreview) return url;
      const viewer = seam.look();
      if (!viewer) return null;
      const [enrolment, taught] = await Promise.all([
        loaders.enrolmentById.load(enrolmentIdOf(found.courseId, viewer.id), []),
        loaders.courseById.load(found.courseId, ['instructorId']),
      ]);
      return enrolment || (taught && (await mayEditCourse(viewer, taught))) ? url : null;
    },
    toEdit: async (id, seam) => {
      const found = await course(id, allCourseFields, seam);
      if (!found) return noSuchCourse();
      const viewer = seam.look();
      if (!viewer) return fail('UNAUTHENTICATED', 'Only whoever is signed in can edit a course.');
      return (await mayEditCourse(viewer, found))
        ? ok(found)
        : fail('FORBIDDEN', 'Only its instructor and admins may edit a course.');
    },
  };
};
