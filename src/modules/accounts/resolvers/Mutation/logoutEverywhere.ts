import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const logoutEverywhere: NonNullable<MutationResolvers['logoutEverywhere']> = async (
  _root,
  _given,
  { viewer, accounts, client },
) => ({
  endedSessions: await accounts.sessions.logoutEverywhere(signedIn(viewer).id, client),
});
