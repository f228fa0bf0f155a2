import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Mailer } from '../../../shared/mailer.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { PasswordResetStore } from '../stores/password-reset.store.ts';
import type { SessionStore } from '../stores/session.store.ts';
import type { UserStore } from '../stores/user.store.ts';
import { emailKeyOf, parseAddress, parseNewPassword } from './account-input.ts';
import type { AccountMails } from './account-mails.ts';
import type { Audit } from './audit.service.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface Passwords {
  /** @returns how many other sessions ended; BAD_USER_INPUT, FORBIDDEN for a wrong current password. */
  change(
    who: { readonly userId: string; readonly sessionId: string },
    input: { readonly currentPassword: string; readonly newPassword: string },
    client: ClientOrigin,
  ): Promise<Result<number>>;
  /** @returns the address, whether it is anybody's or not; BAD_USER_INPUT. */
  forgot(email: string, client: ClientOrigin): Promise<Result<string>>;
  /** @returns the address; BAD_USER_INPUT, NOT_FOUND for a token that is none or over. */
  reset(
    input: { readonly token: string; readonly newPassword: string },
    client: ClientOrigin,
  ): Promise<Result<string>>;
}

export interface PasswordsParts {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly resets: PasswordResetStore;
  readonly hashing: PasswordHashing;
  readonly mailer: Mailer;
  readonly mails: AccountMails;
  readonly audit: Audit;
}

/** Milliseconds. */
const resetLifeMs = 3_600_000;

export const wrongPassword = () => fail('FORBIDDEN', 'The password is not the one of this account.');

export const createPasswords = (parts: PasswordsParts): Passwords => {
  const { users, sessions, resets, hashing, mailer, mails, audit } = parts;
  return {
    change: async ({ userId, sessionId }, { currentPassword, newPassword }, client) => {
      const parsed = parseNewPassword({ newPassword });
      if (!parsed.ok) return parsed;
      const user = await users.byId(userId);
      if (!user || !(await hashing.verify(currentPassword, user.passwordHash))) return wrongPassword();
      const passwordHash = await hashing.hash(newPassword);
      // Whoever reset it meanwhile, because somebody else knew it, has the last word.
      const changed = await users.replacePassword(userId, user.passwordHash, passwordHash);
      if (!changed) return wrongPassword();
      await sessions.setGeneration(sessionId, changed.sessionGeneration);
      const ended = await sessions.removeOfUser(userId, sessionId);
      await resets.removeOf(userId);
      await audit.note({ kind: 'PASSWORD_CHANGED', actorId: userId, subjectId: userId, client });
      mailer.send(mails.passwordChanged(user.email));
      return ok(ended);
    },

    forgot: async (given, client) => {
      const parsed = parseAddress({ email: given });
      if (!parsed.ok) return parsed;
      const { email } = parsed.value;
      const user = await users.byEmailKey(emailKeyOf(email));
      const token = newSecret();
      await resets.insert({
        _id: hashOf(token),
        userId: user?._id ?? null,
        expiresAt: new Date(Date.now() + resetLifeMs),
      });
      await audit.note({ kind: 'PASSWORD_RESET_ASKED', subjectId: user?._id, client });
      if (user) mailer.send(mails.passwordReset(user.email, token));
      return ok(email);
    },

    reset: async ({ token, newPassword }, client) => {
      // First, so that a password that is refused does not use up the token.
      const parsed = parseNewPassword({ newPassword });
      if (!parsed.ok) return parsed;
      const reset = await resets.take(hashOf(token));
      const userId = reset && reset.expiresAt.getTime() > Date.now() ? reset.userId : null;
      const passwordHash = userId === null ? undefined : await hashing.hash(newPassword);
      const user =
        userId !== null && passwordHash ? await users.update(userId, { passwordHash }, true) : null;
      if (!user) {
        return fail(
          'NOT_FOUND',
          'input.token: expected one from a mail of the last hour that was not used yet.',
        );
      }
      await sessions.removeOfUser(user._id);
      await resets.removeOf(user._id);
      await audit.note({ kind: 'PASSWORD_RESET', subjectId: user._id, client });
      mailer.send(mails.passwordChanged(user.email));
      return ok(user.email);
    },
  };
};
