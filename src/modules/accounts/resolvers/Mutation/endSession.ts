import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const endSession: NonNullable<MutationResolvers['endSession']> = async (
  _root,
  { id },
  { viewer, accounts, client },
) => {
  const sessionId = unwrap(keyOfGlobalId('Session', id));
  unwrap(await accounts.sessions.end(signedIn(viewer).id, sessionId, client));
  return { id };
};
