import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the page that asks may: browsers send no preflight for a WebSocket, so what `CORS_ORIGINS` says is held here. Our own
 * pages may, and what is no browser sends no origin.
 * @param allowed `undefined`: every origin.
 * @param publicOrigin where clients reach the server.
 */
export const createOriginCheck = (
  allowed: readonly string[] | undefined,
  publicOrigin: string | undefined,
): ((headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>) => boolean) => {
  if (!allowed) return () => true;
  const known = new Set(publicOrigin === undefined ? allowed : [...allowed, publicOrigin]);
  return ({ origin, host }) =>
    origin === undefined ||
    known.has(origin) ||
    (URL.canParse(origin) && host !== undefined && new URL(origin).host === host);
};
