import type { Viewer } from '../../shared/viewer.ts';

/** Who may do what with courses: all that this domain decides by roles stands here. */

const isAdmin = (viewer: Viewer): boolean => viewer.roles.includes('ADMIN');

export const mayTeach = (viewer: Viewer): boolean => viewer.roles.includes('INSTRUCTOR') || isAdmin(viewer);

/** Whether somebody may edit the courses of others, and say who teaches what. */
export const mayEditAny = (viewer: Viewer): boolean => isAdmin(viewer);

/**
 * Edit it, see it while it is not published, and see how learners fare.
 * @param teacherId the account of its instructor; `undefined` when there is none any more.
 */
export const mayEdit = (viewer: Viewer, teacherId: string | undefined): boolean =>
  mayEditAny(viewer) || (mayTeach(viewer) && viewer.id === teacherId);

export const mayVerifyInstructors = (viewer: Viewer): boolean => isAdmin(viewer);
