import type { Caller, ViewerSeam } from '../shared/viewer.ts';

/**
 * Tells who sends a value of the `Authorization` header.
 * @returns `undefined` for credentials that are wrong or over: the request is refused then.
 */
export type Authenticate = (authorization: string) => Promise<Caller | undefined> | Caller | undefined;

export const createViewerSeam = (caller: Caller | undefined): ViewerSeam => {
  const viewer = caller && { id: caller.id, roles: caller.roles };
  return { look: () => viewer, session: () => caller?.session };
};
