import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const removeRecording: NonNullable<MutationResolvers['removeRecording']> = async (
  _root,
  { id },
  { courses, viewer },
) => ({
  lesson: unwrap(await courses.recordingEditing.remove(unwrap(keyOfGlobalId('Recording', id)), viewer)),
});
