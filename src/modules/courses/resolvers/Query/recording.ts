import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { recordingPaths } from '../../record-fields.ts';

export const recording: NonNullable<QueryResolvers['recording']> = (
  _root,
  { id },
  { courses, viewer },
  info,
) =>
  courses.access.recording(
    unwrap(keyOfGlobalId('Recording', id)),
    recordingPaths(fieldsSelectedOf(info, 'Recording')),
    viewer,
  );
