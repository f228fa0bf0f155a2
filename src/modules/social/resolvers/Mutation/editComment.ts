import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { mayStillEdit } from '../blocks.ts';

export const editComment: NonNullable<MutationResolvers['editComment']> = async (
  _root,
  { id, text },
  context,
) => {
  const { id: authorId } = signedIn(context.viewer);
  const key = unwrap(keyOfGlobalId('Comment', id));
  await mayStillEdit(key, authorId, context);
  return { comment: unwrap(await context.social.comments.edit(authorId, key, text)) };
};
