import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { SessionRecord, UserRecord } from '../models/records.ts';
import type { SessionStore } from '../stores/session.store.ts';
import type { UserStore } from '../stores/user.store.ts';
import { accessTokenLifeMs, type AccessTokens } from './access-tokens.ts';
import { emailKeyOf } from './account-input.ts';
import type { Audit } from './audit.service.ts';
import { deviceOf } from './device.ts';
import type { PasswordHashing } from './password-hashing.ts';
import {
  newRefreshToken,
  readRefreshToken,
  refreshTokenHashes,
  writeRefreshToken,
  type RefreshToken,
} from './refresh-token.ts';
import { isSameHash, newId } from './secrets.ts';

export interface IssuedTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly sessionExpiresAt: Date;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly rememberMe: boolean;
}

export interface SignIn {
  /** @returns UNAUTHENTICATED; FORBIDDEN for who is banned. */
  login(
    credentials: Credentials,
    client: ClientOrigin,
  ): Promise<Result<{ tokens: IssuedTokens; user: UserRecord }>>;
  /** @returns UNAUTHENTICATED for a token that is not good any more; one that was used before ends its session. */
  refresh(refreshToken: string, client: ClientOrigin): Promise<Result<{ tokens: IssuedTokens }>>;
}

export interface SignInParts {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly hashing: PasswordHashing;
  readonly accessTokens: AccessTokens;
  readonly audit: Audit;
}

/** Milliseconds. */
const sessionLifeMs = 86_400_000;
const rememberedLifeMs = 604_800_000;

/** Longer ones were never accepted, and must not cost their hash. */
const longestPassword = 200;

const wrongCredentials = () =>
  fail(
    'UNAUTHENTICATED',
    'The address or the password is wrong, or the address is not confirmed yet: then open the link that was mailed to it.',
  );
const sessionOver = () => fail('UNAUTHENTICATED', 'This session is over. Sign in again.');

/** Whether somebody may go on with a session. */
export const isSessionGood = (
  session: Pick<SessionRecord, 'userId' | 'generation' | 'expiresAt'>,
  user: Pick<UserRecord, '_id' | 'sessionGeneration' | 'bannedAt'>,
): boolean =>
  session.userId === user._id &&
  session.generation === user.sessionGeneration &&
  user.bannedAt === null &&
  session.expiresAt.getTime() > Date.now();

export const createSignIn = (parts: SignInParts): SignIn => {
  const { users, sessions, hashing, accessTokens, audit } = parts;

  const issue = async (session: SessionRecord, refreshToken: RefreshToken): Promise<IssuedTokens> => {
    const expiresAtMs = Math.min(Date.now() + accessTokenLifeMs, session.expiresAt.getTime());
    const claims = { userId: session.userId, sessionId: session._id, expiresAtMs };
    return {
      accessToken: await accessTokens.issue(claims),
      accessTokenExpiresAt: new Date(expiresAtMs),
      refreshToken: writeRefreshToken(refreshToken),
      sessionExpiresAt: session.expiresAt,
    };
  };

  return {
    login: async ({ email, password, rememberMe }, client) => {
      const user = await users.byEmailKey(emailKeyOf(email));
      const isRight = await hashing.verify(password.slice(0, longestPassword + 1), user?.passwordHash);
      if (!user || !isRight || user.bannedAt !== null) {
        await audit.note({ kind: 'LOGIN_FAILED', subjectId: user?._id, client });
        return user && isRight
          ? fail('FORBIDDEN', `This account is banned: ${user.banReason ?? 'no reason was given.'}`)
          : wrongCredentials();
      }
      const createdAt = new Date();
      const token = newRefreshToken(newId());
      const session: SessionRecord = {
        _id: token.sessionId,
        userId: user._id,
        generation: user.sessionGeneration,
        ...refreshTokenHashes(token),
        isRemembered: rememberMe,
        locale: user.locale,
        device: deviceOf(client.userAgent),
        address: client.address,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + (rememberMe ? rememberedLifeMs : sessionLifeMs)),
      };
      await sessions.insert(session);
      await audit.note({ kind: 'LOGIN_SUCCEEDED', actorId: user._id, subjectId: user._id, client });
      return ok({ tokens: await issue(session, token), user });
    },

    refresh: async (text, client) => {
      const used = readRefreshToken(text);
      const session = used && (await sessions.byId(used.sessionId));
      if (!used || !session) return sessionOver();
      const { familyHash, refreshHash } = refreshTokenHashes(used);
      if (!isSameHash(familyHash, session.familyHash)) return sessionOver();
      const user = await users.byId(session.userId);
      if (!user || !isSessionGood(session, user)) return sessionOver();
      const next = newRefreshToken(session._id, used.family);
      const rotated = await sessions.rotate(session._id, refreshHash, {
        refreshHash: refreshTokenHashes(next).refreshHash,
        expiresAt: session.isRemembered ? new Date(Date.now() + rememberedLifeMs) : session.expiresAt,
      });
      if (rotated) return ok({ tokens: await issue(rotated, next) });
      // It was issued, and is not the last one: it was used, by whoever holds it or by whoever stole it.
      if (!(await sessions.remove(session._id))) return sessionOver();
      await audit.note({ kind: 'REFRESH_TOKEN_REUSED', subjectId: user._id, client });
      return fail(
        'UNAUTHENTICATED',
        'This refresh token was used before, so its session has ended. Sign in again.',
      );
    },
  };
};
