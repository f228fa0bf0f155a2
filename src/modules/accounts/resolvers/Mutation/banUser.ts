import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const banUser: NonNullable<MutationResolvers['banUser']> = async (
  _root,
  { userId, reason },
  { viewer, accounts, client },
) => {
  const act = { actorId: signedIn(viewer).id, userId: unwrap(keyOfGlobalId('User', userId)), client };
  return { user: unwrap(await accounts.administration.ban(act, reason)) };
};
