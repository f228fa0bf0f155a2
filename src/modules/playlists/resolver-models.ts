import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { PlaylistItemRecord, PlaylistRecord } from './models/records.ts';
import type { ShownVideo } from './services/playlist-lists.service.ts';

/** What types without a record of their own resolve from. */
export type PlaylistConnectionModel = Connection<PlaylistRecord>;
export type PlaylistEdgeModel = Edge<PlaylistRecord>;
export type PlaylistVideoConnectionModel = Connection<ShownVideo>;
export type PlaylistVideoEdgeModel = Edge<ShownVideo>;
export type PlaylistItemConnectionModel = Connection<PlaylistItemModel>;
export type PlaylistItemEdgeModel = Edge<PlaylistItemModel>;
/** Told to the owner of the playlist only. */
export type PlaylistItemModel = PlaylistItemRecord;
