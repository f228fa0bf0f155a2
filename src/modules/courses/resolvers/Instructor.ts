import type { InstructorResolvers } from '../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../shared/faults.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { coursePaths } from '../record-fields.ts';

export const Instructor: InstructorResolvers = {
  id: ({ _id }) => toGlobalId('Instructor', _id),
  courses: async ({ _id }, { sort, ...page }, { courses }, info) =>
    unwrap(
      await courses.lists.taughtBy(
        _id,
        { sort: sort ?? { field: 'PUBLISHED_AT', direction: 'DESC' }, page },
        coursePaths(fieldsSelectedOf(info, 'Course')),
      ),
    ),
};
