import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const createChannel: NonNullable<MutationResolvers['createChannel']> = async (
  _root,
  { input },
  { videos, viewer },
) => ({ channel: unwrap(await videos.channels.create(signedIn(viewer).id, input)) });
