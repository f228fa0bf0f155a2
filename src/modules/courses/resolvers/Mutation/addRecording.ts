import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const addRecording: NonNullable<MutationResolvers['addRecording']> = async (
  _root,
  { lessonId, input },
  { courses, viewer },
) => ({
  recording: unwrap(
    await courses.recordingEditing.add(unwrap(keyOfGlobalId('Lesson', lessonId)), input, viewer),
  ),
});
