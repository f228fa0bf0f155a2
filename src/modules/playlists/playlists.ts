import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import { forgettingAround } from '../../shared/forgetting.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import { toGlobalId } from '../../shared/resolving/global-id.ts';
import type { InTransaction } from '../../shared/transactions.ts';
import type { VideoFollower } from '../videos/index.ts';
import type { PlaylistModels } from './models/index.ts';
import type { PlaylistRecord } from './models/records.ts';
import { createArranging, type Arranging } from './services/arranging.service.ts';
import { createPlaylistAccess, type PlaylistAccess } from './services/playlist-access.service.ts';
import { createPlaylistEditing, type PlaylistEditing } from './services/playlist-editing.service.ts';
import { createPlaylistLists, type PlaylistLists } from './services/playlist-lists.service.ts';
import { createPlaylistStores } from './stores/index.ts';
import type { PlaylistField } from './stores/playlist.store.ts';

/** Playlists as one operation sees them. */
export interface Playlists {
  readonly playlistById: ByKeyLoader<PlaylistRecord, PlaylistField>;
  readonly access: PlaylistAccess;
  readonly lists: PlaylistLists;
  readonly editing: PlaylistEditing;
  readonly arranging: Arranging;
}

export interface PlaylistParts {
  readonly models: PlaylistModels;
  readonly entities: EntityReader;
  readonly inTransaction: InTransaction;
}

export interface PlaylistDomain {
  forOperation(): Playlists;
  readonly personalData: PersonalDataHolder;
  /** Takes a video that goes out of all playlists. */
  readonly follower: VideoFollower;
}

/** Items about a video that goes, at once. */
const removedAtOnce = 50;
/** What taking a video out of a playlist counts as, in writes of a removal: it is a transaction. */
const writesOfItem = 10;

export const createPlaylistDomain = ({ models, entities, inTransaction }: PlaylistParts): PlaylistDomain => {
  const stores = createPlaylistStores(models);
  const { playlists, items } = stores;
  const editing = createPlaylistEditing(stores, inTransaction);
  const arranging = createArranging(stores, inTransaction);
  const lists = createPlaylistLists(stores);
  return {
    forOperation: () => {
      const playlistById = createByKeyLoader<PlaylistRecord, PlaylistField>((keys, fields) =>
        entities.read('playlists', keys, fields, playlists.byIds),
      );
      const forgetting = forgettingAround(() => playlistById.clear());
      return {
        playlistById,
        access: createPlaylistAccess(playlistById),
        lists,
        editing: {
          create: forgetting(editing.create),
          update: forgetting(editing.update),
          remove: forgetting(editing.remove),
        },
        arranging: {
          add: forgetting(arranging.add),
          move: forgetting(arranging.move),
          remove: forgetting(arranging.remove),
        },
      };
    },
    personalData: {
      domain: 'playlists',
      exportOf: async (userId) =>
        Promise.all(
          (await playlists.of(userId)).map(async ({ _id, ownerId: _owner, itemCount: _count, ...shown }) => ({
            id: toGlobalId('Playlist', _id),
            ...shown,
            videoIds: (await items.videoIdsOf(_id)).map((videoId) => toGlobalId('Video', videoId)),
          })),
        ),
      eraseOf: async (userId) => {
        for (const { _id } of await playlists.of(userId)) await editing.remove(_id);
      },
    },
    follower: {
      videoRemoved: async (videoId, { budget }) => {
        for (;;) {
          const found = await items.about(videoId, removedAtOnce);
          if (found.length === 0) return;
          for (const { _id, playlistId } of found) {
            if (!budget.take(writesOfItem)) return;
            const left = await arranging.remove(playlistId, videoId);
            // Of a playlist that is not there, which nothing else would remove.
            if (!left.ok) await items.remove(_id);
          }
        }
      },
      channelRemoved: async () => undefined,
    },
  };
};
