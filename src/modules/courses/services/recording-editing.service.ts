import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { LessonRecord, RecordingRecord } from '../models/records.ts';
import type { CourseStores } from '../stores/index.ts';
import { noSuchLesson, type CourseAccess } from './course-access.service.ts';
import { parseNewRecording, parseRecordingChanges } from './course-input.ts';
import { newId } from './naming.ts';

/** All of them answer NOT_FOUND for what is not there for the viewer, and FORBIDDEN for a course that is not theirs. */
export interface RecordingEditing {
  /** @returns BAD_USER_INPUT. */
  add(lessonId: string, input: unknown, viewer: ViewerSeam): Promise<Result<RecordingRecord>>;
  /** @returns BAD_USER_INPUT. */
  update(id: string, input: unknown, viewer: ViewerSeam): Promise<Result<RecordingRecord>>;
  /** @returns the lesson that it was of. */
  remove(id: string, viewer: ViewerSeam): Promise<Result<LessonRecord>>;
}

const noSuchRecording = () => fail('NOT_FOUND', 'There is no recording with this id.');

export const createRecordingEditing = (
  { lessons, recordings }: CourseStores,
  access: CourseAccess,
): RecordingEditing => {
  const lessonToEdit = async (id: string, viewer: ViewerSeam): Promise<Result<LessonRecord>> => {
    const lesson = await lessons.byId(id);
    if (!lesson) return noSuchLesson();
    const course = await access.toEdit(lesson.courseId, viewer);
    if (course.ok) return ok(lesson);
    return course.fault.code === 'NOT_FOUND' ? noSuchLesson() : course;
  };

  const lessonOf = async (id: string, viewer: ViewerSeam): Promise<Result<LessonRecord>> => {
    const recording = await recordings.byId(id);
    if (!recording) return noSuchRecording();
    const lesson = await lessonToEdit(recording.lessonId, viewer);
    return lesson.ok || lesson.fault.code !== 'NOT_FOUND' ? lesson : noSuchRecording();
  };

  return {
    add: async (lessonId, input, viewer) => {
      const lesson = await lessonToEdit(lessonId, viewer);
      if (!lesson.ok) return lesson;
      const parsed = parseNewRecording(input);
      if (!parsed.ok) return parsed;
      const recording = { _id: newId(), lessonId, ...parsed.value, addedAt: new Date() };
      await recordings.insert(recording);
      return ok(recording);
    },
    update: async (id, input, viewer) => {
      const lesson = await lessonOf(id, viewer);
      if (!lesson.ok) return lesson;
      const parsed = parseRecordingChanges(input);
      if (!parsed.ok) return parsed;
      const recording = await recordings.update(id, given(parsed.value));
      return recording ? ok(recording) : noSuchRecording();
    },
    remove: async (id, viewer) => {
      const lesson = await lessonOf(id, viewer);
      if (!lesson.ok) return lesson;
      return (await recordings.remove(id)) ? lesson : noSuchRecording();
    },
  };
};
