import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const register: NonNullable<MutationResolvers['register']> = async (
  _root,
  { input },
  { accounts, client },
) => ({
  email: unwrap(await accounts.registration.register(input, client)),
});
