import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { channelOf } from '../subjects.ts';

export const unsubscribeFromChannel: NonNullable<MutationResolvers['unsubscribeFromChannel']> = async (
  _root,
  { id },
  context,
  info,
) => {
  const channel = await channelOf(id, context, info);
  await context.social.subscriptions.unsubscribe(signedIn(context.viewer).id, channel._id);
  return { channel };
};
