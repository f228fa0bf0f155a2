import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { VideoLoaders } from '../loaders/video-loaders.ts';
import type { VideoRecord } from '../models/records.ts';
import { isForEverybody, isShownBy, mayEdit, maySee } from '../policy.ts';
import type { VideoField } from '../stores/video.store.ts';

/**
 * What somebody may see and change. Looks at the viewer only where something is not for everybody: so what is public or
 * unlisted is kept once for all.
 */
export interface VideoAccess {
  /** @returns `null` when it does not exist, or not for them. */
  video(id: string, fields: readonly VideoField[], viewer: ViewerSeam): Promise<VideoRecord | null>;
  /** Those of some that are there for them. */
  videos(
    ids: readonly string[],
    fields: readonly VideoField[],
    viewer: ViewerSeam,
  ): Promise<readonly VideoRecord[]>;
  /** Those of some that are shown to everybody in a list which somebody keeps: looks at no viewer. */
  shownBy(
    keeperId: string,
    ids: readonly string[],
    fields: readonly VideoField[],
  ): Promise<readonly VideoRecord[]>;
  /** One that stands in lists, whoever asks. @returns `null` when it does not exist, or does not. */
  listed(id: string, fields: readonly VideoField[]): Promise<VideoRecord | null>;
  /** The whole record. @returns NOT_FOUND; FORBIDDEN. */
  toEdit(id: string, viewer: ViewerSeam): Promise<Result<VideoRecord>>;
}

const allFields: readonly VideoField[] = [
  '_id', 'channelId', 'ownerId', 'title', 'titleKey', 'description', 'category', 'status', 'listedIn', 'isReady', 'uploadEndsAt',
  'fileName', 'file', 'thumbnail', 'durationSeconds', 'publishedAt', 'createdAt', 'updatedAt', 'takenDownAt', 'takenDownFor',
]; // prettier-ignore

export const noSuchVideo = () => fail('NOT_FOUND', 'There is no video with this id.');

/** What decides who may see a video. */
const deciding = ['status', 'takenDownAt', 'ownerId'] as const;

export const createVideoAccess = ({ videoById }: VideoLoaders): VideoAccess => {
  const video: VideoAccess['video'] = async (id, fields, seam) => {
    const found = await videoById.load(id, [...fields, ...deciding]);
    if (!found || isForEverybody(found)) return found;
    const viewer = seam.look();
    return viewer && maySee(viewer, found) ? found : null;
  };
  return {
    video,
    videos: async (ids, fields, seam) =>
      (await Promise.all(ids.map((id) => video(id, fields, seam)))).filter((found) => found !== null),
    shownBy: async (keeperId, ids, fields) =>
      (await videoById.loadMany(ids, [...fields, ...deciding])).filter((found) => isShownBy(keeperId, found)),
    listed: async (id, fields) => {
      const found = await videoById.load(id, [...fields, 'listedIn']);
      return found && found.listedIn.length > 0 ? found : null;
    },
    toEdit: async (id, seam) => {
      const found = await video(id, allFields, seam);
      if (!found) return noSuchVideo();
      const viewer = seam.look();
      if (!viewer) return fail('UNAUTHENTICATED', 'Only whoever is signed in can change a video.');
      return mayEdit(viewer, found)
        ? ok(found)
        : fail('FORBIDDEN', 'Only the owner of a video may change it.');
    },
  };
};
