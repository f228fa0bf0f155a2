import type { EntityReader } from '../../shared/entity-reader.ts';
import type { TokenKey } from '../../shared/token-key.ts';
import type { Caller } from '../../shared/viewer.ts';
import type { AccountModels } from './models/index.ts';
import { createAccessTokens, type AccessClaims } from './services/access-tokens.ts';
import { isSessionGood } from './services/sign-in.service.ts';
import { createSessionStore } from './stores/session.store.ts';
import { createUserStore } from './stores/user.store.ts';

/** Tells who sends a value of the `Authorization` header, in two steps. */
export interface Authentication {
  /**
   * What a token says, by its signature alone: the same answer until `expiresAtMs`.
   * @returns `undefined` for what is no token of ours, and for one whose time is over.
   */
  verifyAccessToken(authorization: string): Promise<AccessClaims | undefined>;
  /**
   * Whether that still holds: reads the session and the user by their ids. What it answers changes when either does, and
   * at `session.expiresAtMs`.
   * @returns `undefined` when the session is over, or its user banned or gone.
   */
  viewerOf(claims: Pick<AccessClaims, 'userId' | 'sessionId'>): Promise<Caller | undefined>;
}

const userFields = ['roles', 'sessionGeneration', 'bannedAt'] as const;
const sessionFields = ['userId', 'generation', 'expiresAt', 'locale'] as const;

/**
 * @param models on the connection whose commands are followed.
 * @param keys the first one signs, all verify.
 */
export const createAuthentication = (
  models: AccountModels,
  entities: EntityReader,
  keys: readonly TokenKey[],
): Authentication => {
  const tokens = createAccessTokens(keys);
  const users = createUserStore(models);
  const sessions = createSessionStore(models);
  return {
    verifyAccessToken: async (authorization) => {
      const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      return token === undefined ? undefined : tokens.verify(token);
    },
    viewerOf: async ({ userId, sessionId }) => {
      const [[session], [user]] = await Promise.all([
        entities.read('sessions', [sessionId], sessionFields, sessions.byIds),
        entities.read('users', [userId], userFields, users.byIds),
      ]);
      if (!session || !user || !isSessionGood(session, user)) return undefined;
      const expiresAtMs = session.expiresAt.getTime();
      return {
        id: user._id,
        roles: user.roles,
        session: { id: session._id, locale: session.locale, expiresAtMs },
      };
    },
  };
};
