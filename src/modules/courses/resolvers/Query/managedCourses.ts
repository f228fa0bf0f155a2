import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { coursePaths } from '../../record-fields.ts';

export const managedCourses: NonNullable<QueryResolvers['managedCourses']> = async (
  _root,
  { isPublished, ...page },
  { courses, viewer },
  info,
) =>
  unwrap(
    await courses.lists.managed(
      { isPublished: isPublished ?? undefined, page },
      coursePaths(fieldsSelectedOf(info, 'Course')),
      viewer,
    ),
  );
