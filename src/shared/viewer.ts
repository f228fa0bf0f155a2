/** Someone who has shown who they are. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
}

export type Role = 'operator' | 'VIEWER' | 'CREATOR' | 'INSTRUCTOR' | 'ADMIN';

/**
 * Who asks. Looking is what makes an answer the viewer's own, so whatever decides by the viewer must look here, and
 * nothing may look without need.
 */
export interface ViewerSeam {
  /** `undefined` when nobody showed who they are. */
  look(): Viewer | undefined;
}
