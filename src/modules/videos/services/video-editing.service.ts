import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { VideoRecord } from '../models/records.ts';
import type { VideoAccess } from './video-access.service.ts';
import type { ChangeVideo } from './video-changes.ts';
import { parseVideoChanges } from './video-input.ts';
import type { VideoRemoval } from './video-removal.service.ts';

/** All of them answer NOT_FOUND for a video that is not there for the viewer, and FORBIDDEN for one that is not theirs. */
export interface VideoEditing {
  /** @returns BAD_USER_INPUT. */
  update(id: string, input: unknown, viewer: ViewerSeam): Promise<Result<VideoRecord>>;
  /** @returns CONFLICT for one that is not ready, or was taken down. */
  publish(id: string, viewer: ViewerSeam): Promise<Result<VideoRecord>>;
  /** @returns CONFLICT for one that is not ready, or was taken down. */
  unlist(id: string, viewer: ViewerSeam): Promise<Result<VideoRecord>>;
  /** @returns its id. */
  remove(id: string, viewer: ViewerSeam): Promise<Result<string>>;
}

const showable = ({ isReady, takenDownAt }: VideoRecord): Result<void> => {
  if (!isReady) return fail('CONFLICT', 'The upload of this video is not finished: call finishUpload first.');
  return takenDownAt === null ? ok(undefined) : fail('CONFLICT', 'A moderator has taken this video down.');
};

export const createVideoEditing = (
  access: VideoAccess,
  change: ChangeVideo,
  removal: VideoRemoval,
): VideoEditing => {
  const show = async (
    id: string,
    seam: ViewerSeam,
    changesOf: (video: VideoRecord) => Partial<VideoRecord>,
  ): Promise<Result<VideoRecord>> => {
    const video = await access.toEdit(id, seam);
    if (!video.ok) return video;
    return change(id, (found) => {
      const refused = showable(found);
      return refused.ok ? ok({ ...changesOf(found), updatedAt: new Date() }) : refused;
    });
  };

  return {
    update: async (id, input, seam) => {
      const video = await access.toEdit(id, seam);
      if (!video.ok) return video;
      const parsed = parseVideoChanges(input);
      if (!parsed.ok) return parsed;
      const { title } = parsed.value;
      const titleKey = title === undefined ? undefined : sortKeyOf(title);
      return change(id, () => ok({ ...given({ ...parsed.value, titleKey }), updatedAt: new Date() }));
    },
    publish: (id, seam) =>
      show(id, seam, ({ publishedAt }) => ({ status: 'PUBLIC', publishedAt: publishedAt ?? new Date() })),
    unlist: (id, seam) => show(id, seam, () => ({ status: 'UNLISTED' })),
    remove: async (id, seam) => {
      const video = await access.toEdit(id, seam);
      if (!video.ok) return video;
      await removal.remove(id);
      return ok(id);
    },
  };
};
