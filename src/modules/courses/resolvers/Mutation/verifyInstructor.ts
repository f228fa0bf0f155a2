import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const verifyInstructor: NonNullable<MutationResolvers['verifyInstructor']> = async (
  _root,
  { id, verified },
  { courses, viewer },
) => ({
  instructor: unwrap(
    await courses.instructors.verify(unwrap(keyOfGlobalId('Instructor', id)), verified, viewer),
  ),
});
