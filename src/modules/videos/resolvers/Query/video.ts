import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { videoPaths } from '../../record-fields.ts';

export const video: NonNullable<QueryResolvers['video']> = (_root, { id }, { videos, viewer }, info) =>
  videos.access.video(
    unwrap(keyOfGlobalId('Video', id)),
    videoPaths(fieldsSelectedOf(info, 'Video')),
    viewer,
  );
