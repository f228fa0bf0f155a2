import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { coursePaths } from '../../record-fields.ts';

export const course: NonNullable<QueryResolvers['course']> = (_root, { id }, { courses, viewer }, info) =>
  courses.access.course(
    unwrap(keyOfGlobalId('Course', id)),
    coursePaths(fieldsSelectedOf(info, 'Course')),
    viewer,
  );
