import { hashOf, newSecret } from './secrets.ts';

/**
 * A refresh token: the id of its session, a secret that all tokens of the session share, and one of its own. So a token
 * that was issued once and is not the last one is told from one that somebody made up, however long ago it was issued.
 */
export interface RefreshToken {
  readonly sessionId: string;
  readonly family: string;
  readonly own: string;
}

export const newRefreshToken = (sessionId: string, family = newSecret()): RefreshToken => ({
  sessionId,
  family,
  own: newSecret(),
});

export const writeRefreshToken = ({ sessionId, family, own }: RefreshToken): string =>
  `${sessionId}.${family}.${own}`;

/** @returns `undefined` for what does not look like one. */
export const readRefreshToken = (text: string): RefreshToken | undefined => {
  const [, sessionId, family, own] = /^([\w-]{22})\.([\w-]{43})\.([\w-]{43})$/.exec(text) ?? [];
  return sessionId === undefined || family === undefined || own === undefined
    ? undefined
    : { sessionId, family, own };
};

/** What is kept of it. */
export const refreshTokenHashes = ({ family, own }: RefreshToken) => ({
  familyHash: hashOf(family),
  refreshHash: hashOf(own),
});
