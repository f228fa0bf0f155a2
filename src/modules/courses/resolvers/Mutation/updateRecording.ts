import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const updateRecording: NonNullable<MutationResolvers['updateRecording']> = async (
  _root,
  { id, input },
  { courses, viewer },
) => ({
  recording: unwrap(
    await courses.recordingEditing.update(unwrap(keyOfGlobalId('Recording', id)), input, viewer),
  ),
});
