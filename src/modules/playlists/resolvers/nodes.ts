import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import type { PlaylistRecord } from '../models/records.ts';
import type { Playlists } from '../playlists.ts';
import { playlistPaths } from '../record-fields.ts';

/** Loads the record behind a global id's key, for `Query.node`, if it is there for the viewer. */
type LoadNode = (
  key: string,
  context: { readonly playlists: Playlists; readonly viewer: ViewerSeam },
  info: GraphQLResolveInfo,
) => Promise<PlaylistRecord | null>;

export const playlistNodes: Readonly<Record<string, LoadNode>> = {
  Playlist: (key, { playlists, viewer }, info) =>
    playlists.access.playlist(key, playlistPaths(fieldsSelectedOf(info, 'Playlist')), viewer),
};
