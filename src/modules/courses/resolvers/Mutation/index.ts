import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { addLesson } from './addLesson.ts';
import { addRecording } from './addRecording.ts';
import { arrangeLessons } from './arrangeLessons.ts';
import { createCourse } from './createCourse.ts';
import { deleteCourse } from './deleteCourse.ts';
import { enrol } from './enrol.ts';
import { publishCourse } from './publishCourse.ts';
import { removeLesson } from './removeLesson.ts';
import { removeRecording } from './removeRecording.ts';
import { reportProgress } from './reportProgress.ts';
import { saveInstructorProfile } from './saveInstructorProfile.ts';
import { unenrol } from './unenrol.ts';
import { unpublishCourse } from './unpublishCourse.ts';
import { updateCourse } from './updateCourse.ts';
import { updateLesson } from './updateLesson.ts';
import { updateRecording } from './updateRecording.ts';
import { verifyInstructor } from './verifyInstructor.ts';

export const Mutation: MutationResolvers = {
  addLesson,
  addRecording,
  arrangeLessons,
  createCourse,
  deleteCourse,
  enrol,
  publishCourse,
  removeLesson,
  removeRecording,
  reportProgress,
  saveInstructorProfile,
  unenrol,
  unpublishCourse,
  updateCourse,
  updateLesson,
  updateRecording,
  verifyInstructor,
};
