import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const myBlockedUsers: NonNullable<QueryResolvers['myBlockedUsers']> = async (
  _root,
  page,
  { videos, viewer },
) => unwrap(await videos.blocks.list(signedIn(viewer).id, page));
