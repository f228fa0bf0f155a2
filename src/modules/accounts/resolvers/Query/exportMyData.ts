import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const exportMyData: NonNullable<QueryResolvers['exportMyData']> = (
  _root,
  _given,
  { viewer, accounts },
) => accounts.ownData.exportAll(signedIn(viewer).id);
