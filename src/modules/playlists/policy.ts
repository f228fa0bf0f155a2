import type { Viewer } from '../../shared/viewer.ts';
import type { PlaylistRecord } from './models/records.ts';

/** Who sees and changes which playlist. */

type Seen = Pick<PlaylistRecord, 'visibility' | 'ownerId'>;

/** Whoever has its id, signed in or not. */
export const isForEverybody = ({ visibility }: Pick<Seen, 'visibility'>): boolean => visibility !== 'PRIVATE';

export const isOwn = (viewer: Viewer | undefined, { ownerId }: Pick<Seen, 'ownerId'>): boolean =>
  viewer?.id === ownerId;
