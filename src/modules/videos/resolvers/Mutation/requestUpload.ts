import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const requestUpload: NonNullable<MutationResolvers['requestUpload']> = async (
  _root,
  { input },
  { videos, viewer },
) => unwrap(await videos.uploads.request(input, viewer));
