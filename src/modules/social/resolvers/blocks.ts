import { fail, unwrap } from '../../../shared/faults.ts';
import type { Videos } from '../../videos/index.ts';
import type { Social } from '../social.ts';

interface Asked {
  readonly social: Pick<Social, 'commentById'>;
  readonly videos: Pick<Videos, 'blocks' | 'loaders'>;
}

/** @throws FaultError FORBIDDEN where the owner of a video blocked somebody. */
export const mayWriteUnder = async (
  video: { readonly ownerId: string },
  who: string,
  { videos }: Pick<Asked, 'videos'>,
): Promise<void> => {
  if (await videos.blocks.has(video.ownerId, who))
    unwrap(fail('FORBIDDEN', 'The owner of this video takes no comments of yours.'));
};

/** @throws FaultError FORBIDDEN where somebody was blocked by who wrote the comment, or the one that this answers. */
export const mayAnswer = async (commentId: string, who: string, { social, videos }: Asked): Promise<void> => {
  const comment = await social.commentById.load(commentId, ['authorId', 'parentId']);
  const above = comment?.parentId ? await social.commentById.load(comment.parentId, ['authorId']) : null;
  for (const authorId of new Set([comment?.authorId, above?.authorId]))
    if (authorId !== undefined && (await videos.blocks.has(authorId, who)))
      unwrap(fail('FORBIDDEN', 'Who wrote this comment takes no answers of yours.'));
};

/** @throws FaultError FORBIDDEN where the owner of the video blocked somebody whose comment it is. */
export const mayStillEdit = async (commentId: string, who: string, asked: Asked): Promise<void> => {
  const comment = await asked.social.commentById.load(commentId, ['authorId', 'videoId']);
  if (comment?.authorId !== who) return;
  const video = await asked.videos.loaders.videoById.load(comment.videoId, ['ownerId']);
  if (video) await mayWriteUnder(video, who, asked);
};
