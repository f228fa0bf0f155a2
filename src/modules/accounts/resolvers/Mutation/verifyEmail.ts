import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const verifyEmail: NonNullable<MutationResolvers['verifyEmail']> = async (
  _root,
  { token },
  { accounts, client },
) => {
  const { email } = unwrap(await accounts.registration.verify(token, client));
  return { email };
};
