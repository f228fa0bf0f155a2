import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId, toGlobalId } from '../../../../shared/resolving/global-id.ts';

export const deleteVideo: NonNullable<MutationResolvers['deleteVideo']> = async (
  _root,
  { id },
  { videos, viewer },
) => ({
  id: toGlobalId('Video', unwrap(await videos.editing.remove(unwrap(keyOfGlobalId('Video', id)), viewer))),
});
