import type { Viewer } from '../../shared/viewer.ts';

/** Who may see how a channel does. */
export const maySeeFigures = (viewer: Viewer, { ownerId }: { readonly ownerId: string }): boolean =>
  viewer.id === ownerId || viewer.roles.includes('ADMIN');
