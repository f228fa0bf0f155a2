import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { TokenKey } from '../../../shared/token-key.ts';

/** What an access token says. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

export interface AccessTokens {
  issue(claims: AccessClaims): Promise<string>;
  /** @returns `undefined` for what is not a token of ours, and for one whose time is over. Looks at nothing else. */
  verify(token: string): Promise<AccessClaims | undefined>;
}

/** Milliseconds. What ends a session holds at once; this is how long a stolen token alone is worth something. */
export const accessTokenLifeMs = 900_000;

const issuer = 'marquee';
const algorithm = 'HS256';
/** RFC 9068: so that no other kind of token can stand for one. */
const type = 'at+jwt';

/**
 * Signed tokens, as RFC 7519 and 9068 have them.
 * @param keys the first one signs, all verify: a new one comes in at the end, moves to the front when every process knows
 *   it, and the old one goes when its last token is over.
 */
export const createAccessTokens = (keys: readonly TokenKey[]): AccessTokens => {
  const [first] = keys;
  if (!first) throw new Error('Expected at least one key for tokens, but got none.');
  const byId = new Map(keys.map(({ id, secret }) => [id, createSecretKey(secret)]));
  const signingKey = createSecretKey(first.secret);
  return {
    issue: ({ userId, sessionId, expiresAtMs }) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, kid: first.id, typ: type })
        .setIssuer(issuer)
        .setSubject(userId)
        .setIssuedAt()
        .setExpirationTime(Math.floor(expiresAtMs / 1_000))
        .sign(signingKey),
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(
          token,
          ({ kid = '' }) => {
            const key = byId.get(kid);
            if (!key) throw new errors.JWKSNoMatchingKey();
            return key;
          },
          { algorithms: [algorithm], issuer, typ: type, requiredClaims: ['sub', 'sid', 'exp'] },
        );
        const { sub, sid, exp } = payload;
        return typeof sub === 'string' && typeof sid === 'string' && exp !== undefined
          ? { userId: sub, sessionId: sid, expiresAtMs: exp * 1_000 }
          : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
