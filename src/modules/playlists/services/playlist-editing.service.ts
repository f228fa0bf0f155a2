import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import { given } from '../../../shared/parse-input.ts';
import type { InTransaction } from '../../../shared/transactions.ts';
import type { PlaylistRecord } from '../models/records.ts';
import type { PlaylistStores } from '../stores/index.ts';
import { noSuchPlaylist } from './playlist-access.service.ts';
import { mostPlaylists, parseNewPlaylist, parsePlaylistChanges } from './playlist-input.ts';

export interface PlaylistEditing {
  /** @returns BAD_USER_INPUT; CONFLICT for who has as many as one may. */
  create(ownerId: string, input: unknown): Promise<Result<PlaylistRecord>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND. */
  update(id: string, input: unknown): Promise<Result<PlaylistRecord>>;
  /** With its items. @returns whether it was there. */
  remove(id: string): Promise<boolean>;
}

const tooMany = () =>
  fail(
    'CONFLICT',
    `You have ${mostPlaylists} playlists, which is as many as one may have. Remove one first.`,
  );

export const createPlaylistEditing = (
  { playlists, items }: PlaylistStores,
  inTransaction: InTransaction,
): PlaylistEditing => ({
  create: async (ownerId, input) => {
    const parsed = parseNewPlaylist(input);
    if (!parsed.ok) return parsed;
    if ((await playlists.countOf(ownerId)) >= mostPlaylists) return tooMany();
    const now = new Date();
    const playlist: PlaylistRecord = {
      _id: randomBytes(16).toString('base64url'),
      ownerId,
      ...parsed.value,
      itemCount: 0,
      createdAt: now,
      updatedAt: now,
    };
    await playlists.insert(playlist);
    // Of several at once, those that come to be too many see one another.
    if ((await playlists.countOf(ownerId)) <= mostPlaylists) return ok(playlist);
    await playlists.remove(playlist._id);
    return tooMany();
  },

  update: async (id, input) => {
    const parsed = parsePlaylistChanges(input);
    if (!parsed.ok) return parsed;
    const changed = await playlists.update(id, { ...given(parsed.value), updatedAt: new Date() });
    return changed ? ok(changed) : noSuchPlaylist();
  },

  remove: (id) =>
    inTransaction(async (transaction) => {
      const removed = await playlists.remove(id, undefined, transaction);
      if (!removed) return false;
      await items.removeOf(id, transaction);
      return true;
    }),
});
