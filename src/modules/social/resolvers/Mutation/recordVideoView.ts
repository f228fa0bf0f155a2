import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { videoOf } from '../subjects.ts';

export const recordVideoView: NonNullable<MutationResolvers['recordVideoView']> = async (
  _root,
  { id },
  context,
  info,
) => {
  const video = await videoOf(id, context, info);
  const viewer = context.viewer.look();
  const by = viewer ? `user:${viewer.id}` : `network:${context.client.network}`;
  return { video, counted: await context.social.views.record(video, by) };
};
