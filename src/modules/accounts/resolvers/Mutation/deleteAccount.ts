import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { toGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const deleteAccount: NonNullable<MutationResolvers['deleteAccount']> = async (
  _root,
  { password },
  { viewer, accounts, client },
) => {
  const { id } = signedIn(viewer);
  return { id: toGlobalId('User', unwrap(await accounts.ownData.deleteAccount(id, password, client))) };
};
