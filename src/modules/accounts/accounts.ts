import { createByKeyLoader, type ByKeyLoader } from '../../shared/by-key-loader.ts';
import type { EntityReader } from '../../shared/entity-reader.ts';
import type { Mailer } from '../../shared/mailer.ts';
import type { PersonalDataHolder } from '../../shared/personal-data.ts';
import type { TokenKey } from '../../shared/token-key.ts';
import type { AccountModels } from './models/index.ts';
import type { UserRecord } from './models/records.ts';
import { createAccessTokens } from './services/access-tokens.ts';
import { createAccountMails } from './services/account-mails.ts';
import { createAdministration, type Administration } from './services/administration.service.ts';
import { createAppointment, type Appointment } from './services/appointment.service.ts';
import { createAudit, type Audit } from './services/audit.service.ts';
import { createOwnData, type OwnData } from './services/own-data.service.ts';
import { createPasswordHashing } from './services/password-hashing.ts';
import { createPasswords, type Passwords } from './services/passwords.service.ts';
import { createRegistration, type Registration } from './services/registration.service.ts';
import { createSessions, type Sessions } from './services/sessions.service.ts';
import { createSignIn, type SignIn } from './services/sign-in.service.ts';
import { createAuditStore } from './stores/audit.store.ts';
import { createPasswordResetStore } from './stores/password-reset.store.ts';
import { createPendingRegistrationStore } from './stores/pending-registration.store.ts';
import { createSessionActivityStore } from './stores/session-activity.store.ts';
import { createSessionStore } from './stores/session.store.ts';
import { createUserStore, type UserField } from './stores/user.store.ts';

/** Accounts as one operation sees them: its loaders live as long as the operation. */
export interface Accounts extends Appointment {
  readonly userById: ByKeyLoader<UserRecord, UserField>;
  readonly registration: Registration;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly ownData: OwnData;
  readonly administration: Administration;
  readonly audit: Audit;
}

export interface AccountsParts {
  readonly models: AccountModels;
  readonly entities: EntityReader;
  /** The first one signs, all verify. */
  readonly tokenKeys: readonly TokenKey[];
  readonly mailer: Mailer;
  /** Where the pages are that mailed links lead to. */
  readonly webUrl: string;
  /** The domains that keep something of users, besides this one. */
  readonly holders: readonly PersonalDataHolder[];
}

/** @returns what makes {@link Accounts} for each operation. */
export const createAccounts = (parts: AccountsParts): (() => Accounts) => {
  const { models, entities, mailer, holders } = parts;
  const users = createUserStore(models);
  const sessions = createSessionStore(models);
  const activity = createSessionActivityStore(models);
  const pending = createPendingRegistrationStore(models);
  const resets = createPasswordResetStore(models);
  const auditEvents = createAuditStore(models);
  const audit = createAudit(auditEvents);
  const hashing = createPasswordHashing();
  const mails = createAccountMails(parts.webUrl);
  const accessTokens = createAccessTokens(parts.tokenKeys);

  const shared = {
    registration: createRegistration({ users, pending, hashing, mailer, mails, audit }),
    signIn: createSignIn({ users, sessions, hashing, accessTokens, audit }),
    sessions: createSessions({ users, sessions, activity, audit }),
    passwords: createPasswords({ users, sessions, resets, hashing, mailer, mails, audit }),
    ownData: createOwnData({ users, sessions, resets, auditEvents, hashing, audit, holders }),
    administration: createAdministration({ users, sessions, audit }),
    audit,
    ...createAppointment({ users, hashing, audit }),
  };
  return () => ({
    ...shared,
    userById: createByKeyLoader<UserRecord, UserField>((keys, fields) =>
      entities.read('users', keys, fields, users.byIds),
    ),
  });
};
