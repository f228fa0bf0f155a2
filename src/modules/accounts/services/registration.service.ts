import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { Mailer } from '../../../shared/mailer.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { UserRecord } from '../models/records.ts';
import type { PendingRegistrationStore } from '../stores/pending-registration.store.ts';
import type { UserStore } from '../stores/user.store.ts';
import { emailKeyOf, parseAddress, parseRegistration } from './account-input.ts';
import type { AccountMails } from './account-mails.ts';
import type { Audit } from './audit.service.ts';
import { newUser } from './new-user.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { hashOf, newSecret } from './secrets.ts';

/**
 * Getting an account. Until the mailed link is opened there is no user, and each request for one stands for itself: a
 * stranger who asks with somebody's address can neither choose the password of what they confirm, nor undo their request.
 * Whether an address has an account shows in its mailbox only: both cases do the same work.
 */
export interface Registration {
  /** @returns the address; BAD_USER_INPUT. */
  register(input: unknown, client: ClientOrigin): Promise<Result<string>>;
  /** @returns the user; NOT_FOUND for a token that is none or over, CONFLICT when there is an account by now. */
  verify(token: string, client: ClientOrigin): Promise<Result<UserRecord>>;
  /** @returns the address; BAD_USER_INPUT. */
  resend(email: string): Promise<Result<string>>;
}

export interface RegistrationParts {
  readonly users: UserStore;
  readonly pending: PendingRegistrationStore;
  readonly hashing: PasswordHashing;
  readonly mailer: Mailer;
  readonly mails: AccountMails;
  readonly audit: Audit;
}

/** Milliseconds. */
const confirmationLifeMs = 86_400_000;

export const createRegistration = (parts: RegistrationParts): Registration => {
  const { users, pending, hashing, mailer, mails, audit } = parts;

  const expiry = () => {
    const createdAt = new Date();
    return { createdAt, expiresAt: new Date(createdAt.getTime() + confirmationLifeMs) };
  };

  return {
    register: async (input, client) => {
      const parsed = parseRegistration(input);
      if (!parsed.ok) return parsed;
      const { email, name, locale, password } = parsed.value;
      const emailKey = emailKeyOf(email);
      const passwordHash = await hashing.hash(password);
      const existing = await users.byEmailKey(emailKey);
      const token = newSecret();
      // For an address that is taken, nobody ever learns the token.
      await pending.insert({ _id: hashOf(token), email, emailKey, name, locale, passwordHash, ...expiry() });
      await audit.note({ kind: 'REGISTRATION_ASKED', subjectId: existing?._id, client });
      mailer.send(existing ? mails.accountExists(existing.email) : mails.confirmation(email, name, token));
      return ok(email);
    },

    verify: async (token, client) => {
      const registration = await pending.take(hashOf(token));
      if (!registration || registration.expiresAt.getTime() <= Date.now()) {
        return fail('NOT_FOUND', 'token: expected one from a mail of the last day that was not used yet.');
      }
      const { email, emailKey, name, locale, passwordHash } = registration;
      const user = newUser({ email, name, locale, passwordHash, roles: ['VIEWER'] });
      if (!(await users.insert(user))) {
        return fail('CONFLICT', 'There is an account with this address already. Sign in with it.');
      }
      await pending.removeOf(emailKey);
      await audit.note({ kind: 'ACCOUNT_CREATED', actorId: user._id, subjectId: user._id, client });
      return ok(user);
    },

    resend: async (given) => {
      const parsed = parseAddress({ email: given });
      if (!parsed.ok) return parsed;
      const { email } = parsed.value;
      const emailKey = emailKeyOf(email);
      const existing = await users.byEmailKey(emailKey);
      const latest = await pending.latestOf(emailKey);
      const token = newSecret();
      const { createdAt, expiresAt } = expiry();
      const copied = latest ?? { email, emailKey, name: 'nobody', locale: 'en', passwordHash: '-' };
      await pending.insert({
        ...copied,
        _id: hashOf(token),
        createdAt,
        // What was never asked for can be confirmed by nobody.
        expiresAt: latest ? expiresAt : createdAt,
      });
      const isOpen = latest !== null && latest.expiresAt.getTime() > Date.now();
      if (existing) mailer.send(mails.accountExists(existing.email));
      else if (isOpen) mailer.send(mails.confirmation(latest.email, latest.name, token));
      return ok(email);
    },
  };
};
