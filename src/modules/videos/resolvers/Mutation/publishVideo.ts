import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const publishVideo: NonNullable<MutationResolvers['publishVideo']> = async (
  _root,
  { id },
  { videos, viewer },
) => ({ video: unwrap(await videos.editing.publish(unwrap(keyOfGlobalId('Video', id)), viewer)) });
