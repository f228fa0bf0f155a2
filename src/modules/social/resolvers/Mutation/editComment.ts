import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';

export const editComment: NonNullable<MutationResolvers['editComment']> = async (
  _root,
  { id, text },
  { social, viewer },
) => ({
  comment: unwrap(
    await social.comments.edit(signedIn(viewer).id, unwrap(keyOfGlobalId('Comment', id)), text),
  ),
});
