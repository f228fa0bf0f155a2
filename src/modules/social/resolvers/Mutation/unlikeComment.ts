import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { commentOf } from '../subjects.ts';

export const unlikeComment: NonNullable<MutationResolvers['unlikeComment']> = async (
  _root,
  { id },
  context,
) => {
  const { comment } = await commentOf(id, context);
  await context.social.comments.unlike(signedIn(context.viewer).id, comment._id);
  return { comment };
};
