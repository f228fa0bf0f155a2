import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';

export const finishUpload: NonNullable<MutationResolvers['finishUpload']> = async (
  _root,
  { id, input },
  { videos, viewer },
) => ({ video: unwrap(await videos.uploads.finish(unwrap(keyOfGlobalId('Video', id)), input, viewer)) });
