import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../../shared/resolving/selection.ts';
import { playlistPaths } from '../../record-fields.ts';

export const playlist: NonNullable<QueryResolvers['playlist']> = (
  _root,
  { id },
  { playlists, viewer },
  info,
) =>
  playlists.access.playlist(
    unwrap(keyOfGlobalId('Playlist', id)),
    playlistPaths(fieldsSelectedOf(info, 'Playlist')),
    viewer,
  );
