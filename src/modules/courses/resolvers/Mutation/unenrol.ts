import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const unenrol: NonNullable<MutationResolvers['unenrol']> = async (
  _root,
  { courseId },
  { courses, viewer },
) => ({
  wasEnrolled: unwrap(await courses.learning.unenrol(unwrap(keyOfGlobalId('Course', courseId)), viewer)),
});
