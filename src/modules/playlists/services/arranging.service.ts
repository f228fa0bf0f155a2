import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { InTransaction, Transaction } from '../../../shared/transactions.ts';
import { itemIdOf, type PlaylistItemRecord, type PlaylistRecord } from '../models/records.ts';
import type { PlaylistStores } from '../stores/index.ts';
import { arranged, type Place } from './arrangement.ts';
import { noSuchPlaylist } from './playlist-access.service.ts';
import { mostItems } from './playlist-input.ts';

/** Where a video shall stand, as a client says it: ids of videos, at most one of the three. */
export interface WantedPlace {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly position?: number | undefined;
}

type Changed = Promise<Result<PlaylistRecord>>;

/**
 * Each change is one transaction, which writes the playlist too: so changes of one playlist follow one another, each seeing what
 * the one before did. None is lost, whoever else changes the list at the same time.
 */
export interface Arranging {
  /**
   * @param place default: the end.
   * @returns the playlist as it is then; one that is in it stays where it is. BAD_USER_INPUT for more than one place; NOT_FOUND
   *   without the playlist, or what it should stand beside; CONFLICT when the playlist is full.
   */
  add(playlistId: string, videoId: string, place: WantedPlace): Changed;
  /** @returns NOT_FOUND; BAD_USER_INPUT unless one place is given. */
  move(playlistId: string, videoId: string, place: WantedPlace): Changed;
  /** @returns the playlist as it is then, also when the video was not in it; NOT_FOUND. */
  remove(playlistId: string, videoId: string): Changed;
}

const noSuchItem = () => fail('NOT_FOUND', 'This video is not in the playlist.');
const nothingBeside = () => fail('NOT_FOUND', 'place: the playlist has no such video to stand beside.');
const isFull = () =>
  fail(
    'CONFLICT',
    `This playlist has ${mostItems} videos, which is as many as one may have. Remove one first.`,
  );

const placeIn = (playlistId: string, { before, after, position }: WantedPlace): Result<Place | undefined> => {
  const all = [before, after, position].filter((one) => one !== undefined);
  if (all.length > 1) return fail('BAD_USER_INPUT', 'place: expected one of before, after and position.');
  if (before !== undefined) return ok({ kind: 'before', _id: itemIdOf(playlistId, before) });
  if (after !== undefined) return ok({ kind: 'after', _id: itemIdOf(playlistId, after) });
  if (position === undefined) return ok(undefined);
  return position >= 0
    ? ok({ kind: 'position', position })
    : fail('BAD_USER_INPUT', `place.position: expected a number from 0, but got ${position}.`);
};

export const createArranging = (
  { playlists, items }: PlaylistStores,
  inTransaction: InTransaction,
): Arranging => {
  /**
   * The last step of each change, also of one that found nothing to change: what it found may be another's work that is not known
   * everywhere yet, and the answer promises it.
   */
  const note = async (playlistId: string, more: number, transaction: Transaction): Changed => {
    const changed = await playlists.noteItems(playlistId, more, transaction);
    return changed ? ok(changed) : noSuchPlaylist();
  };

  return {
    add: async (playlistId, videoId, wanted) => {
      const place = placeIn(playlistId, wanted);
      if (!place.ok) return place;
      const _id = itemIdOf(playlistId, videoId);
      return inTransaction(async (transaction) => {
        if (!(await playlists.byIdIn(playlistId, transaction))) return noSuchPlaylist();
        const list = await items.keyedIn(playlistId, transaction);
        if (list.some((item) => item._id === _id)) return note(playlistId, 0, transaction);
        if (list.length >= mostItems) return isFull();
        const arrangement = arranged(list, _id, place.value ?? { kind: 'end' });
        if (!arrangement || arrangement.kind === 'same') return nothingBeside();
        const isSpread = arrangement.kind === 'spread';
        const key = isSpread ? arrangement.keys.find((one) => one._id === _id)?.key : arrangement.key;
        const item: PlaylistItemRecord = { _id, playlistId, videoId, key: key ?? '', addedAt: new Date() };
        await items.insert(item, transaction);
        if (isSpread) await items.setKeys(arrangement.keys, transaction);
        return note(playlistId, 1, transaction);
      });
    },

    move: async (playlistId, videoId, wanted) => {
      const place = placeIn(playlistId, wanted);
      if (!place.ok) return place;
      const to = place.value;
      if (!to) return fail('BAD_USER_INPUT', 'place: expected one of before, after and position.');
      const _id = itemIdOf(playlistId, videoId);
      return inTransaction(async (transaction) => {
        if (!(await playlists.byIdIn(playlistId, transaction))) return noSuchPlaylist();
        const list = await items.keyedIn(playlistId, transaction);
        if (!list.some((item) => item._id === _id)) return noSuchItem();
        const arrangement = arranged(list, _id, to);
        if (!arrangement) return nothingBeside();
        if (arrangement.kind === 'spread') await items.setKeys(arrangement.keys, transaction);
        if (arrangement.kind === 'key') await items.setKeys([{ _id, key: arrangement.key }], transaction);
        return note(playlistId, 0, transaction);
      });
    },

    remove: async (playlistId, videoId) =>
      inTransaction(async (transaction) => {
        if (!(await playlists.byIdIn(playlistId, transaction))) return noSuchPlaylist();
        const removed = await items.remove(itemIdOf(playlistId, videoId), undefined, transaction);
        return note(playlistId, removed ? -1 : 0, transaction);
      }),
  };
};
