import type { LessonDropOffResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { lessonPaths } from '../record-fields.ts';

export const LessonDropOff: LessonDropOffResolvers = {
  lesson: async ({ lessonId }, _arguments, { courses }, info) => {
    const fields = lessonPaths(fieldsSelectedOf(info, 'Lesson'));
    const lesson = await courses.loaders.lessonById.load(lessonId, fields);
    if (!lesson) throw new Error(`The lesson ${lessonId} was there a moment ago.`);
    return lesson;
  },
};
