import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { videoOf } from '../subjects.ts';

export const removeReaction: NonNullable<MutationResolvers['removeReaction']> = async (
  _root,
  { id },
  context,
  info,
) => {
  const video = await videoOf(id, context, info);
  await context.social.reactions.takeBack(signedIn(context.viewer).id, video._id);
  return { video };
};
