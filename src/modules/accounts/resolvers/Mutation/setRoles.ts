import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const setRoles: NonNullable<MutationResolvers['setRoles']> = async (
  _root,
  { userId, roles },
  { viewer, accounts, client },
) => {
  const act = { actorId: signedIn(viewer).id, userId: unwrap(keyOfGlobalId('User', userId)), client };
  return { user: unwrap(await accounts.administration.setRoles(act, roles)) };
};
