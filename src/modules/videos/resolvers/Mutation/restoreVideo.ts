import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { noteIn } from '../audited.ts';

export const restoreVideo: NonNullable<MutationResolvers['restoreVideo']> = async (
  _root,
  { id },
  { videos, viewer, accounts, client },
) => {
  const note = noteIn(accounts, signedIn(viewer).id, client);
  return { video: unwrap(await videos.reports.restore(unwrap(keyOfGlobalId('Video', id)), note)) };
};
