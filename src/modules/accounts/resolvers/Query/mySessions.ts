import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const mySessions: NonNullable<QueryResolvers['mySessions']> = async (
  _root,
  _given,
  { viewer, accounts },
) => {
  const current = viewer.session()?.id;
  const sessions = await accounts.sessions.ofUser(signedIn(viewer).id);
  return sessions.map((session) => ({ ...session, isCurrent: session._id === current }));
};
