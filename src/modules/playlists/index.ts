export {
  createPlaylistModels,
  playlistCollections,
  preparePlaylistCollections,
  type PlaylistModels,
} from './models/index.ts';
export type { PlaylistRecord } from './models/records.ts';
export { createPlaylistDomain, type PlaylistDomain, type Playlists } from './playlists.ts';
export type {
  PlaylistConnectionModel,
  PlaylistEdgeModel,
  PlaylistItemConnectionModel,
  PlaylistItemEdgeModel,
  PlaylistItemModel,
  PlaylistVideoConnectionModel,
  PlaylistVideoEdgeModel,
} from './resolver-models.ts';
export { playlistResolvers } from './resolvers/index.ts';
export { playlistNodes } from './resolvers/nodes.ts';
