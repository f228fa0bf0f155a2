import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn, signedInSession } from '../../../../shared/resolving/signed-in.ts';

export const changePassword: NonNullable<MutationResolvers['changePassword']> = async (
  _root,
  { input },
  { viewer, accounts, client },
) => {
  const who = { userId: signedIn(viewer).id, sessionId: signedInSession(viewer).id };
  return { endedSessions: unwrap(await accounts.passwords.change(who, input, client)) };
};
