import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { enrolmentPaths } from '../../record-fields.ts';

export const myEnrolments: NonNullable<QueryResolvers['myEnrolments']> = async (
  _root,
  page,
  { courses, viewer },
  info,
) => unwrap(await courses.learning.mine(page, enrolmentPaths(fieldsSelectedOf(info, 'Enrolment')), viewer));
