import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { fail, unwrap } from '../../../../shared/faults.ts';
import { isPermitted } from '../../../../shared/permissions.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { commentOf } from '../subjects.ts';

export const deleteComment: NonNullable<MutationResolvers['deleteComment']> = async (
  _root,
  { id },
  context,
) => {
  const viewer = signedIn(context.viewer);
  const { comment, video } = await commentOf(id, context);
  const isTheirs = comment.authorId === viewer.id || video.ownerId === viewer.id;
  if (!isTheirs && !isPermitted(viewer.roles, 'MODERATE'))
    unwrap(fail('FORBIDDEN', 'Only its author, the owner of the video and moderators may remove a comment.'));
  await context.social.comments.remove(comment._id);
  return { id };
};
