import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const saveInstructorProfile: NonNullable<MutationResolvers['saveInstructorProfile']> = async (
  _root,
  { input },
  { courses, viewer },
) => ({
  instructor: unwrap(await courses.instructors.saveProfile(input, viewer)),
});
