import type { Playlist } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { PlaylistRecord } from './models/records.ts';

/** Which paths of the record each field is resolved from. A field that is not listed here does not compile. */
const playlistFields: Record<Exclude<keyof Playlist, '__typename'>, readonly (keyof PlaylistRecord)[]> = {
  id: [],
  title: ['title'],
  description: ['description'],
  visibility: ['visibility'],
  owner: ['ownerId'],
  createdAt: ['createdAt'],
  updatedAt: ['updatedAt'],
  videoCount: ['itemCount'],
  videos: ['ownerId', 'visibility'],
  items: ['ownerId'],
};

export const playlistPaths = pathsOf(playlistFields);
