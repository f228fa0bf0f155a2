import type { PlaylistVisibility } from '../../../graphql/generated/resolvers.ts';

/** A playlist, in `playlists`. */
export interface PlaylistRecord {
  /** 22 characters of base64url, random: whoever has the id of an unlisted playlist may see it. */
  _id: string;
  ownerId: string;
  title: string;
  description: string;
  visibility: PlaylistVisibility;
  /** Items in it, changed in one transaction with them: so that two changes of one playlist follow one another. */
  itemCount: number;
  createdAt: Date;
  updatedAt: Date;
}

/** That a video is in a playlist, in `playlistItems`. */
export interface PlaylistItemRecord {
  /** See `itemIdOf`: a video is in a playlist once. */
  _id: string;
  playlistId: string;
  videoId: string;
  /** What it is sorted by: see `keyBetween`. */
  key: string;
  addedAt: Date;
}

export const itemIdOf = (playlistId: string, videoId: string): string => `${playlistId}:${videoId}`;
