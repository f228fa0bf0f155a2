import type { CourseAnalyticsResolvers } from '../../../graphql/generated/resolvers.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { lessonPaths } from '../record-fields.ts';

export const CourseAnalytics: CourseAnalyticsResolvers = {
  statistics: (counted) => counted,
  // A lesson that was removed since the count is left out.
  dropOff: async ({ dropOff }, _arguments, { courses }, info) => {
    const fields = lessonPaths(fieldsSelectedOf(info, 'Lesson'));
    const ids = dropOff.map(({ lessonId }) => lessonId);
    const there = new Set((await courses.loaders.lessonById.loadMany(ids, fields)).map(({ _id }) => _id));
    return dropOff.filter(({ lessonId }) => there.has(lessonId));
  },
};
