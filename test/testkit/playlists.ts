import type { RunningApp } from './app.ts';
import { fieldOf, type Explained } from './engine-app.ts';
import { askAs } from './videos.ts';

type Who = Record<string, string>;

/** @returns its id. */
export const addPlaylist = async (
  running: RunningApp,
  who: Who,
  input: Record<string, unknown> = {},
): Promise<string> => {
  const answer = await askAs(
    running,
    who,
    'mutation ($input: CreatePlaylistInput!) { createPlaylist(input: $input) { playlist { id } } }',
    { input: { title: 'A list', visibility: 'PUBLIC', ...input } },
  );
  return fieldOf<{ playlist: { id: string } }>(answer, 'createPlaylist').playlist.id;
};

/** Adds, removes or moves a video. */
export const arrange = (
  running: RunningApp,
  who: Who,
  mutation: 'addToPlaylist' | 'removeFromPlaylist' | 'moveInPlaylist',
  input: Record<string, unknown>,
): Promise<Explained> =>
  askAs(
    running,
    who,
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
      ${mutation}(input: $input) { playlist { id videoCount } }
    }`,
    { input },
  );

export interface ShownPlaylist {
  readonly videoCount: number;
  readonly totalCount: number;
  readonly titles: readonly string[];
  /** Whether it came from the cache. */
  readonly isHit: boolean;
}

/** @returns `undefined` where there is none for them. */
export const showPlaylist = async (
  running: RunningApp,
  who: Who,
  id: string,
): Promise<ShownPlaylist | undefined> => {
  const answer = await askAs(
    running,
    who,
    `query ($id: ID!) { playlist(id: $id) { title videoCount videos(first: 100) { totalCount nodes { title } } } }`,
    { id },
  );
  const found = fieldOf<{
    videoCount: number;
    videos: { totalCount: number; nodes: readonly { title: string }[] };
  } | null>(answer, 'playlist');
  return found
    ? {
        videoCount: found.videoCount,
        totalCount: found.videos.totalCount,
        titles: found.videos.nodes.map(({ title }) => title),
        isHit: answer.cache.hit === true,
      }
    : undefined;
};
