import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyIfGiven } from '../given-ids.ts';

export const createCourse: NonNullable<MutationResolvers['createCourse']> = async (
  _root,
  { input },
  { courses, viewer },
) => {
  const instructorId = unwrap(keyIfGiven('Instructor', input.instructorId));
  return { course: unwrap(await courses.editing.create({ ...input, instructorId }, viewer)) };
};
