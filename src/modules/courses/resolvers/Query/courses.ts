import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { keyIfGiven } from '../given-ids.ts';
import { coursePaths } from '../../record-fields.ts';

export const courses: NonNullable<QueryResolvers['courses']> = async (
  _root,
  { filter, sort, ...page },
  { courses },
  info,
) => {
  const { instructor, ...rest } = filter ?? {};
  const instructorId = unwrap(keyIfGiven('Instructor', instructor));
  return unwrap(
    await courses.lists.list(
      { filter: { ...rest, instructorId }, sort: sort ?? { field: 'PUBLISHED_AT', direction: 'DESC' }, page },
      coursePaths(fieldsSelectedOf(info, 'Course')),
    ),
  );
};
