import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { videoPaths } from '../../record-fields.ts';

export const trendingVideos: NonNullable<QueryResolvers['trendingVideos']> = async (
  _root,
  { category, ...page },
  { videos },
  info,
) =>
  unwrap(
    await videos.trending.list(
      { category: category ?? undefined, page },
      videoPaths(fieldsSelectedOf(info, 'Video')),
    ),
  );
