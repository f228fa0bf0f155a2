import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const updateLesson: NonNullable<MutationResolvers['updateLesson']> = async (
  _root,
  { id, input },
  { courses, viewer },
) => ({
  lesson: unwrap(await courses.lessonEditing.update(unwrap(keyOfGlobalId('Lesson', id)), input, viewer)),
});
