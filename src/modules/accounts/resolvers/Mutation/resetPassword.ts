import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const resetPassword: NonNullable<MutationResolvers['resetPassword']> = async (
  _root,
  { input },
  { accounts, client },
) => ({
  email: unwrap(await accounts.passwords.reset(input, client)),
});
