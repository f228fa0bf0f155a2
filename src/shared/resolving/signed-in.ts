import { FaultError } from '../faults.ts';
import type { Viewer, ViewerSeam, ViewerSession } from '../viewer.ts';

export const signInHint =
  'This needs you to be signed in: send "Authorization: Bearer <access token>", with the token that login or refresh gave.';

const refuse = (): never => {
  throw new FaultError({ code: 'UNAUTHENTICATED', message: signInHint });
};

/**
 * Who asks, in a resolver behind `@auth`.
 * @throws FaultError UNAUTHENTICATED for nobody.
 */
export const signedIn = (viewer: ViewerSeam): Viewer => viewer.look() ?? refuse();

/**
 * How they are signed in: the answer is not kept.
 * @throws FaultError UNAUTHENTICATED for nobody, and where there is no session.
 */
export const signedInSession = (viewer: ViewerSeam): ViewerSession => viewer.session() ?? refuse();
