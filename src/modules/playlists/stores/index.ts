import type { PlaylistModels } from '../models/index.ts';
import { createPlaylistItemStore, type PlaylistItemStore } from './playlist-item.store.ts';
import { createPlaylistStore, type PlaylistStore } from './playlist.store.ts';

export interface PlaylistStores {
  readonly playlists: PlaylistStore;
  readonly items: PlaylistItemStore;
}

export const createPlaylistStores = (models: PlaylistModels): PlaylistStores => ({
  playlists: createPlaylistStore(models),
  items: createPlaylistItemStore(models),
});
