import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { videoOf } from '../subjects.ts';

/** Milliseconds within which the views of a video from one viewer or address count as one. */
const repeatWindowMs = 600_000;

export const recordVideoView: NonNullable<MutationResolvers['recordVideoView']> = async (
  _root,
  { id },
  context,
  info,
) => {
  const video = await videoOf(id, context, info);
  const viewer = context.viewer.look();
  const by = viewer ? `user:${viewer.id}` : `network:${context.client.network}`;
  const once = { by, windowMs: repeatWindowMs };
  return { video, counted: await context.social.videoCounts.addOnce(video._id, { views: 1 }, once) };
};
