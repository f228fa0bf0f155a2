import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const unlistVideo: NonNullable<MutationResolvers['unlistVideo']> = async (
  _root,
  { id },
  { videos, viewer },
) => ({ video: unwrap(await videos.editing.unlist(unwrap(keyOfGlobalId('Video', id)), viewer)) });
