import { createHash, timingSafeEqual } from 'node:crypto';
import type { Viewer, ViewerSeam } from '../shared/viewer.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells who sends a value of the `Authorization` header; `undefined` for nobody, and for credentials that are wrong. */
export type Authenticate = (authorization: string | undefined) => Viewer | undefined;

/** Until there are accounts, one key opens everything that needs an operator. */
export const createOperatorKeyAuthentication = (operatorKey: string | undefined): Authenticate => {
  const expected = operatorKey === undefined ? undefined : digest(operatorKey);
  return (authorization) => {
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined || expected === undefined) return undefined;
    return timingSafeEqual(digest(given), expected) ? { id: 'operator', roles: ['operator'] } : undefined;
  };
};

export const createViewerSeam = (viewer: Viewer | undefined): ViewerSeam => ({ look: () => viewer });
