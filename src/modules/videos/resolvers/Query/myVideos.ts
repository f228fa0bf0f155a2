import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { videoPaths } from '../../record-fields.ts';

export const myVideos: NonNullable<QueryResolvers['myVideos']> = async (
  _root,
  { status, ...page },
  { videos, viewer },
  info,
) =>
  unwrap(
    await videos.lists.owned(
      { ownerId: signedIn(viewer).id, status: status ?? undefined, page },
      videoPaths(fieldsSelectedOf(info, 'Video')),
    ),
  );
