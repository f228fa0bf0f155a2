import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const arrangeLessons: NonNullable<MutationResolvers['arrangeLessons']> = async (
  _root,
  { courseId, sections },
  { courses, viewer },
) => {
  const arranged = sections.map(({ title, lessonIds }) => ({
    title,
    lessonIds: lessonIds.map((id) => unwrap(keyOfGlobalId('Lesson', id))),
  }));
  const key = unwrap(keyOfGlobalId('Course', courseId));
  return { course: unwrap(await courses.lessonEditing.arrange(key, arranged, viewer)) };
};
