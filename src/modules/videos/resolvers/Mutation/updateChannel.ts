import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const updateChannel: NonNullable<MutationResolvers['updateChannel']> = async (
  _root,
  { input },
  { videos, viewer },
) => ({ channel: unwrap(await videos.channels.update(signedIn(viewer).id, input)) });
