import { unwrap } from '../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../shared/resolving/global-id.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { Playlists } from '../playlists.ts';
import type { WantedPlace } from '../services/arranging.service.ts';

/** Key of the playlist that a mutation changes. @throws FaultError BAD_USER_INPUT; NOT_FOUND; FORBIDDEN. */
export const ownPlaylist = async (
  id: string,
  { playlists, viewer }: { readonly playlists: Playlists; readonly viewer: ViewerSeam },
): Promise<string> => unwrap(await playlists.access.toEdit(unwrap(keyOfGlobalId('Playlist', id)), viewer));

/** @throws FaultError BAD_USER_INPUT. */
export const videoKey = (id: string): string => unwrap(keyOfGlobalId('Video', id));

const keyOrNothing = (id: string | null | undefined): string | undefined =>
  id === null || id === undefined ? undefined : videoKey(id);

/** A place as a client gave it. @throws FaultError BAD_USER_INPUT. */
export const wantedPlace = (
  place:
    | {
        readonly before?: string | null | undefined;
        readonly after?: string | null | undefined;
        readonly position?: number | null | undefined;
      }
    | null
    | undefined,
): WantedPlace => ({
  before: keyOrNothing(place?.before),
  after: keyOrNothing(place?.after),
  position: place?.position ?? undefined,
});
