import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { videoOf } from '../subjects.ts';

export const addComment: NonNullable<MutationResolvers['addComment']> = async (
  _root,
  { input: { videoId, replyTo, text } },
  context,
  info,
) => {
  const { id } = signedIn(context.viewer);
  const video = await videoOf(videoId, context, info);
  if (await context.videos.blocks.has(video.ownerId, id))
    unwrap(fail('FORBIDDEN', 'The owner of this video takes no comments of yours.'));
  const parentId =
    replyTo === null || replyTo === undefined ? null : unwrap(keyOfGlobalId('Comment', replyTo));
  return { comment: unwrap(await context.social.comments.add(id, video, { text, parentId })) };
};
