import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const unblockUser: NonNullable<MutationResolvers['unblockUser']> = async (
  _root,
  { userId },
  { videos, viewer },
) => {
  await videos.blocks.unblock(signedIn(viewer).id, unwrap(keyOfGlobalId('User', userId)));
  return { id: userId };
};
