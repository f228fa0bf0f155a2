import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const blockUser: NonNullable<MutationResolvers['blockUser']> = async (
  _root,
  { userId },
  { videos, viewer, accounts },
) => {
  const key = unwrap(keyOfGlobalId('User', userId));
  if (!(await accounts.userById.load(key, []))) unwrap(fail('NOT_FOUND', 'There is no user with this id.'));
  return { blocked: unwrap(await videos.blocks.block(signedIn(viewer).id, key)) };
};
