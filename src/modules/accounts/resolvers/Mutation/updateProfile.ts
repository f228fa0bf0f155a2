import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const updateProfile: NonNullable<MutationResolvers['updateProfile']> = async (
  _root,
  { input },
  { viewer, accounts },
) => ({
  user: unwrap(await accounts.ownData.updateProfile(signedIn(viewer).id, input)),
});
