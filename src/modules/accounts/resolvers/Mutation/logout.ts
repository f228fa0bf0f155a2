import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn, signedInSession } from '../../../../shared/resolving/signed-in.ts';

export const logout: NonNullable<MutationResolvers['logout']> = async (
  _root,
  _given,
  { viewer, accounts, client },
) => ({
  endedSessions: await accounts.sessions.logout(signedIn(viewer).id, signedInSession(viewer).id, client),
});
