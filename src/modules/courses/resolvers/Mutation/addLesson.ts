import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const addLesson: NonNullable<MutationResolvers['addLesson']> = async (
  _root,
  { courseId, input },
  { courses, viewer },
) => ({
  lesson: unwrap(await courses.lessonEditing.add(unwrap(keyOfGlobalId('Course', courseId)), input, viewer)),
});
