import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const unpublishCourse: NonNullable<MutationResolvers['unpublishCourse']> = async (
  _root,
  { id },
  { courses, viewer },
) => ({
  course: unwrap(await courses.editing.unpublish(unwrap(keyOfGlobalId('Course', id)), viewer)),
});
