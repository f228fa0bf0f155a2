import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const login: NonNullable<MutationResolvers['login']> = async (
  _root,
  { input },
  { accounts, client },
) => unwrap(await accounts.signIn.login({ ...input, rememberMe: input.rememberMe ?? false }, client));
