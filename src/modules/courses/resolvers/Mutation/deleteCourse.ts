import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId, toGlobalId } from '../../../../shared/resolving/global-id.ts';

export const deleteCourse: NonNullable<MutationResolvers['deleteCourse']> = async (
  _root,
  { id },
  { courses, viewer },
) => ({
  id: toGlobalId('Course', unwrap(await courses.editing.remove(unwrap(keyOfGlobalId('Course', id)), viewer))),
});
