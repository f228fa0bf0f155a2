import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const updateVideo: NonNullable<MutationResolvers['updateVideo']> = async (
  _root,
  { id, input },
  { videos, viewer },
) => ({ video: unwrap(await videos.editing.update(unwrap(keyOfGlobalId('Video', id)), input, viewer)) });
