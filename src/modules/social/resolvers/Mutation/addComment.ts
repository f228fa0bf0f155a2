import type { MutationResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { signedIn } from '../../../../shared/resolving/signed-in.ts';
import { mayAnswer, mayWriteUnder } from '../blocks.ts';
import { videoOf } from '../subjects.ts';

export const addComment: NonNullable<MutationResolvers['addComment']> = async (
  _root,
  { input: { videoId, replyTo, text } },
  context,
  info,
) => {
  const { id } = signedIn(context.viewer);
  const video = await videoOf(videoId, context, info);
  await mayWriteUnder(video, id, context);
  const parentId =
    replyTo === null || replyTo === undefined ? null : unwrap(keyOfGlobalId('Comment', replyTo));
  if (parentId !== null) await mayAnswer(parentId, id, context);
  return { comment: unwrap(await context.social.comments.add(id, video, { text, parentId })) };
};
