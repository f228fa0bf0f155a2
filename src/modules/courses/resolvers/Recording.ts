import type { RecordingResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { lessonPaths } from '../record-fields.ts';

export const Recording: RecordingResolvers = {
  id: ({ _id }) => toGlobalId('Recording', _id),
  url: (recording, _arguments, { courses, viewer }) => courses.access.addressOf(recording, viewer),
  // Whoever sees a recording was let see its lesson.
  lesson: async ({ lessonId }, _arguments, { courses }, info) => {
    const fields = lessonPaths(fieldsSelectedOf(info, 'Lesson'));
    const lesson = await courses.loaders.lessonById.load(lessonId, fields);
    if (!lesson) throw new Error(`The lesson ${lessonId} of a recording is missing.`);
    return lesson;
  },
};
