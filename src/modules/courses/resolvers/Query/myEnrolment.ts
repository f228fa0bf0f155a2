import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { enrolmentPaths } from '../../record-fields.ts';

export const myEnrolment: NonNullable<QueryResolvers['myEnrolment']> = async (
  _root,
  { courseId },
  { courses, viewer },
  info,
) =>
  unwrap(
    await courses.learning.mineIn(
      unwrap(keyOfGlobalId('Course', courseId)),
      enrolmentPaths(fieldsSelectedOf(info, 'Enrolment')),
      viewer,
    ),
  );
