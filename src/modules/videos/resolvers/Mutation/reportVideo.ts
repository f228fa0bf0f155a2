import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId, toGlobalId } from '../../../../shared/resolving/global-id.ts';

export const reportVideo: NonNullable<MutationResolvers['reportVideo']> = async (
  _root,
  { id, input },
  { videos, viewer },
) => ({
  id: toGlobalId(
    'Video',
    unwrap(await videos.reports.report(unwrap(keyOfGlobalId('Video', id)), input, viewer)),
  ),
});
