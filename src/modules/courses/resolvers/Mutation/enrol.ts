import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const enrol: NonNullable<MutationResolvers['enrol']> = async (
  _root,
  { courseId },
  { courses, viewer },
) => ({
  enrolment: unwrap(await courses.learning.enrol(unwrap(keyOfGlobalId('Course', courseId)), viewer)),
});
