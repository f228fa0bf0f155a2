import type { Audience } from './entry.ts';

/** Whether a viewer, or nobody (`undefined`), may be given what has this audience. */
export const admits = (audience: Audience, viewerId: string | undefined): boolean => {
  if (audience === 'everyone') return true;
  if (audience === 'anonymous') return viewerId === undefined;
  return audience.viewerId === viewerId;
};
