import type { ByKeyLoader } from '../../../shared/by-key-loader.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { PlaylistRecord } from '../models/records.ts';
import { isForEverybody, isOwn } from '../policy.ts';
import type { PlaylistField } from '../stores/playlist.store.ts';

/** Looks at the viewer only where a playlist is not for everybody: so the others are kept once for all. */
export interface PlaylistAccess {
  /** @returns `null` when it does not exist, or not for them. */
  playlist(id: string, fields: readonly PlaylistField[], viewer: ViewerSeam): Promise<PlaylistRecord | null>;
  /** @returns its id; NOT_FOUND; FORBIDDEN; UNAUTHENTICATED. */
  toEdit(id: string, viewer: ViewerSeam): Promise<Result<string>>;
}

export const noSuchPlaylist = () => fail('NOT_FOUND', 'There is no playlist with this id.');

export const createPlaylistAccess = (
  playlistById: ByKeyLoader<PlaylistRecord, PlaylistField>,
): PlaylistAccess => {
  const playlist: PlaylistAccess['playlist'] = async (id, fields, seam) => {
    const found = await playlistById.load(id, [...fields, 'visibility', 'ownerId']);
    if (!found || isForEverybody(found)) return found;
    return isOwn(seam.look(), found) ? found : null;
  };
  return {
    playlist,
    toEdit: async (id, seam) => {
      const found = await playlist(id, [], seam);
      if (!found) return noSuchPlaylist();
      const viewer = seam.look();
      if (!viewer) return fail('UNAUTHENTICATED', 'Only whoever is signed in can change a playlist.');
      return isOwn(viewer, found) ? ok(id) : fail('FORBIDDEN', 'Only the owner of a playlist may change it.');
    },
  };
};
