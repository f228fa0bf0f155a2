import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { commentOf } from '../subjects.ts';

export const likeComment: NonNullable<MutationResolvers['likeComment']> = async (_root, { id }, context) => {
  const { comment } = await commentOf(id, context);
  await context.social.comments.like(signedIn(context.viewer).id, comment);
  return { comment };
};
