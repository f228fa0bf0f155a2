import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const publishCourse: NonNullable<MutationResolvers['publishCourse']> = async (
  _root,
  { id },
  { courses, viewer },
) => ({
  course: unwrap(await courses.editing.publish(unwrap(keyOfGlobalId('Course', id)), viewer)),
});
