import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const forgotPassword: NonNullable<MutationResolvers['forgotPassword']> = async (
  _root,
  { email },
  { accounts, client },
) => ({
  email: unwrap(await accounts.passwords.forgot(email, client)),
});
