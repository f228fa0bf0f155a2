import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const resendVerification: NonNullable<MutationResolvers['resendVerification']> = async (
  _root,
  { email },
  { accounts },
) => ({
  email: unwrap(await accounts.registration.resend(email)),
});
