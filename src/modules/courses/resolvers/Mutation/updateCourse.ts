import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { keyIfGiven } from '../given-ids.ts';

export const updateCourse: NonNullable<MutationResolvers['updateCourse']> = async (
  _root,
  { id, input },
  { courses, viewer },
) => {
  const instructorId = unwrap(keyIfGiven('Instructor', input.instructorId));
  const key = unwrap(keyOfGlobalId('Course', id));
  return { course: unwrap(await courses.editing.update(key, { ...input, instructorId }, viewer)) };
};
