import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const refresh: NonNullable<MutationResolvers['refresh']> = async (
  _root,
  { refreshToken },
  { accounts, client },
) => unwrap(await accounts.signIn.refresh(refreshToken, client));
