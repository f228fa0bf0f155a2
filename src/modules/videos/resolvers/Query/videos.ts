import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { videoPaths } from '../../record-fields.ts';

/** How much longer a list lives that not every new video is in: 300 seconds instead of 60. */
const narrowedLifeFactor = 5;

export const videos: NonNullable<QueryResolvers['videos']> = async (
  _root,
  { filter, sort, ...page },
  { videos, life },
  info,
) => {
  const { category, channel } = filter ?? {};
  const criteria = {
    category: category ?? undefined,
    channelId:
      channel === null || channel === undefined ? undefined : unwrap(keyOfGlobalId('Channel', channel)),
  };
  const isNarrowed = Object.values(criteria).some((value) => value !== undefined);
  life.scale(isNarrowed ? narrowedLifeFactor : 1);
  return unwrap(
    await videos.lists.list(
      { criteria, sort: sort ?? { field: 'PUBLISHED_AT', direction: 'DESC' }, page },
      videoPaths(fieldsSelectedOf(info, 'Video')),
    ),
  );
};
