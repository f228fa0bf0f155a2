import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { videoOf } from '../subjects.ts';

export const reactToVideo: NonNullable<MutationResolvers['reactToVideo']> = async (
  _root,
  { id, reaction },
  context,
  info,
) => {
  const video = await videoOf(id, context, info);
  await context.social.reactions.react(signedIn(context.viewer).id, video, reaction);
  return { video };
};
