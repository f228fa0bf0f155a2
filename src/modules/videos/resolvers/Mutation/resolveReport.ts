import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { noteIn } from '../audited.ts';

export const resolveReport: NonNullable<MutationResolvers['resolveReport']> = async (
  _root,
  { id, input },
  { videos, viewer, accounts, client },
) => {
  const { id: moderatorId } = signedIn(viewer);
  const key = unwrap(keyOfGlobalId('VideoReport', id));
  const report = await videos.reports.resolve(key, input, moderatorId, noteIn(accounts, moderatorId, client));
  return { report: unwrap(report) };
};
