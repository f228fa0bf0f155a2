import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { toGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn, signedInSession } from '../../../../shared/resolving/signed-in.ts';

export const deleteAccount: NonNullable<MutationResolvers['deleteAccount']> = async (
  _root,
  { password },
  { viewer, accounts, client },
) => {
  const who = { userId: signedIn(viewer).id, sessionId: signedInSession(viewer).id };
  return { id: toGlobalId('User', unwrap(await accounts.ownData.deleteAccount(who, password, client))) };
};
