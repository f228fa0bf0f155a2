import { ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type Listing,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import { placeOf, type Order } from '../../../shared/paging/order.ts';
import type { VideoRecord } from '../../videos/index.ts';
import type { PlaylistItemRecord, PlaylistRecord } from '../models/records.ts';
import type { PlaylistStores } from '../stores/index.ts';
import type { PlaylistField } from '../stores/playlist.store.ts';
import { mostItems } from './playlist-input.ts';

/** An item whose video may be shown, with what of that was asked for. */
export interface ShownVideo extends PlaylistItemRecord {
  readonly video: VideoRecord;
}

/** Reads those of some videos that may be shown. */
export type ShowVideos = (videoIds: readonly string[]) => Promise<readonly VideoRecord[]>;

export interface PlaylistLists {
  /** Of somebody, the last made first. @returns BAD_USER_INPUT for a bad page. */
  of(
    ownerId: string,
    whose: 'all' | 'public',
    page: PageArguments,
    fields: readonly PlaylistField[],
  ): Promise<Result<Connection<PlaylistRecord>>>;
  /** What may be shown of a playlist, in its order. @returns BAD_USER_INPUT for a bad page. */
  videos(playlistId: string, page: PageArguments, show: ShowVideos): Promise<Result<Connection<ShownVideo>>>;
  /** All that is in a playlist, in its order. @returns BAD_USER_INPUT for a bad page. */
  items(playlistId: string, page: PageArguments): Promise<Result<Connection<PlaylistItemRecord>>>;
}

const lastMadeFirst: Order<PlaylistRecord> = {
  name: 'CREATED_AT:DESC',
  path: 'createdAt',
  kind: 'date',
  nullable: false,
  direction: -1,
};

const byKey: Order<PlaylistItemRecord> = {
  name: 'PLAYLIST',
  path: 'key',
  kind: 'text',
  nullable: false,
  direction: 1,
};

/** Items that are looked at, at least, where those before were not all to be shown. */
const readOnBy = 100;

/** A list without what may not be shown: it reads on until a page is full. */
const shownOf = (items: Listing<PlaylistItemRecord>, show: ShowVideos): Listing<ShownVideo> => {
  const shown = async (found: readonly PlaylistItemRecord[]): Promise<readonly ShownVideo[]> => {
    const videos = new Map(
      (await show(found.map(({ videoId }) => videoId))).map((video) => [video._id, video]),
    );
    return found.flatMap((item) => {
      const video = videos.get(item.videoId);
      return video ? [{ ...item, video }] : [];
    });
  };
  const slice: Listing<ShownVideo>['slice'] = async ({ limit, ...range }) => {
    const page: ShownVideo[] = [];
    let rest = range;
    for (let asked = limit; ; asked = Math.max(limit, readOnBy)) {
      const found = await items.slice({ ...rest, limit: asked });
      page.push(...(await shown(found)));
      const last = found.at(-1);
      if (!last || found.length < asked || page.length >= limit) return page.slice(0, limit);
      rest = { ...rest, [rest.backward ? 'before' : 'after']: placeOf(byKey, last) };
    }
  };
  return {
    slice,
    exists: async (range) => (await slice({ ...range, backward: false, limit: 1 })).length > 0,
    count: async () => (await shown(await items.slice({ backward: false, limit: mostItems }))).length,
  };
};

const shownByKey: Order<ShownVideo> = byKey;

export const createPlaylistLists = ({ playlists, items }: PlaylistStores): PlaylistLists => ({
  of: async (ownerId, whose, page, fields) => {
    const request = pageRequest(lastMadeFirst, page);
    if (!request.ok) return request;
    const listing = playlists.listing(ownerId, whose, lastMadeFirst, fields);
    return ok(await readPage(listing, lastMadeFirst, request.value));
  },
  videos: async (playlistId, page, show) => {
    const request = pageRequest(byKey, page);
    if (!request.ok) return request;
    const listing = shownOf(items.listing(playlistId, byKey), show);
    return ok(await readPage(listing, shownByKey, request.value));
  },
  items: async (playlistId, page) => {
    const request = pageRequest(byKey, page);
    if (!request.ok) return request;
    return ok(await readPage(items.listing(playlistId, byKey), byKey, request.value));
  },
});
