import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { channelOf } from '../subjects.ts';

export const subscribeToChannel: NonNullable<MutationResolvers['subscribeToChannel']> = async (
  _root,
  { id },
  context,
  info,
) => {
  const channel = await channelOf(id, context, info);
  const { social, videos, viewer } = context;
  unwrap(await social.subscriptions.subscribe(signedIn(viewer).id, channel, videos.blocks));
  return { channel };
};
