import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { toGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const deleteChannel: NonNullable<MutationResolvers['deleteChannel']> = async (
  _root,
  _given,
  { videos, viewer },
) => ({ id: toGlobalId('Channel', unwrap(await videos.channels.remove(signedIn(viewer).id))) });
