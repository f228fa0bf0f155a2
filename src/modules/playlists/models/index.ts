import { Schema, type Connection, type Model } from 'mongoose';
import { prepareCollections } from '../../../shared/prepare-collections.ts';
import { anyText, moment, number, recordOptions, text } from '../../../shared/record-schema.ts';
import type { PlaylistItemRecord, PlaylistRecord } from './records.ts';

export interface PlaylistModels {
  readonly playlists: Model<PlaylistRecord>;
  readonly items: Model<PlaylistItemRecord>;
}

/** What the cache may know of how these collections are read: whose a playlist is, and what is in which, never changes. */
export const playlistCollections = [
  { collection: 'playlists', type: 'Playlist', fixedFacets: ['ownerId'] },
  { collection: 'playlistItems', fixedFacets: ['playlistId', 'videoId'] },
] as const;

const playlistSchema = (): Schema<PlaylistRecord> =>
  new Schema<PlaylistRecord>(
    {
      _id: text,
      ownerId: text,
      title: text,
      description: anyText,
      visibility: text,
      itemCount: number,
      createdAt: moment,
      updatedAt: moment,
    },
    { ...recordOptions, collection: 'playlists' },
  )
    .index({ ownerId: 1, createdAt: 1, _id: 1 })
    .index({ ownerId: 1, visibility: 1, createdAt: 1, _id: 1 });

const itemSchema = (): Schema<PlaylistItemRecord> =>
  new Schema<PlaylistItemRecord>(
    { _id: text, playlistId: text, videoId: text, key: text, addedAt: moment },
    { ...recordOptions, collection: 'playlistItems' },
  )
    .index({ playlistId: 1, key: 1, _id: 1 })
    .index({ videoId: 1, _id: 1 });

export const createPlaylistModels = (connection: Connection): PlaylistModels => ({
  playlists: connection.model<PlaylistRecord, Model<PlaylistRecord>>('Playlist', playlistSchema()),
  items: connection.model<PlaylistItemRecord, Model<PlaylistItemRecord>>('PlaylistItem', itemSchema()),
});

/** Makes the collections and indexes that are missing. Leaves others alone. */
export const preparePlaylistCollections = async (models: PlaylistModels): Promise<void> => {
  await prepareCollections(models);
};
