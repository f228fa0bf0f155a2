import { isPermitted } from '../../shared/permissions.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { VideoRecord } from './models/records.ts';

/** Who sees and changes which video: all that this domain decides by who asks stands here. */

type Seen = Pick<VideoRecord, 'status' | 'takenDownAt' | 'ownerId'>;

/** Whoever has its id, signed in or not. */
export const isForEverybody = ({ status, takenDownAt }: Omit<Seen, 'ownerId'>): boolean =>
  status !== 'DRAFT' && takenDownAt === null;

/** A draft is its owner's alone; one that was taken down is also there for those who take videos down. */
export const maySee = (viewer: Viewer, video: Seen): boolean =>
  isForEverybody(video) ||
  viewer.id === video.ownerId ||
  (video.takenDownAt !== null && isPermitted(viewer.roles, 'MODERATE'));

/** In a list that somebody keeps, for everybody: an unlisted one is given away by its owner only. */
export const isShownBy = (keeperId: string, video: Seen): boolean =>
  isForEverybody(video) && (video.status === 'PUBLIC' || video.ownerId === keeperId);

export const mayEdit = (viewer: Viewer, { ownerId }: Pick<Seen, 'ownerId'>): boolean => viewer.id === ownerId;
