import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const removeLesson: NonNullable<MutationResolvers['removeLesson']> = async (
  _root,
  { id },
  { courses, viewer },
) => ({
  course: unwrap(await courses.lessonEditing.remove(unwrap(keyOfGlobalId('Lesson', id)), viewer)),
});
