import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { Courses } from '../courses.ts';
import type { CourseRecord, InstructorRecord, LessonRecord, RecordingRecord } from '../models/records.ts';
import { coursePaths, instructorPaths, lessonPaths, recordingPaths } from '../record-fields.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is there for the viewer. */
type LoadNode = (
  key: string,
  context: { readonly courses: Courses; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<CourseRecord | InstructorRecord | LessonRecord | RecordingRecord | null>;

export const courseNodes: Readonly<Record<string, LoadNode>> = {
  Course: (key, { courses, viewer }, info) =>
    courses.access.course(key, coursePaths(fieldsSelectedOf(info, 'Course')), viewer),
  Instructor: (key, { courses }, info) =>
    courses.loaders.instructorById.load(key, instructorPaths(fieldsSelectedOf(info, 'Instructor'))),
  Lesson: (key, { courses, viewer }, info) =>
    courses.access.lesson(key, lessonPaths(fieldsSelectedOf(info, 'Lesson')), viewer),
  Recording: (key, { courses, viewer }, info) =>
    courses.access.recording(key, recordingPaths(fieldsSelectedOf(info, 'Recording')), viewer),
};
