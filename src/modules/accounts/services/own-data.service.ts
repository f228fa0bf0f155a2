import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { PersonalDataHolder } from '../../../shared/personal-data.ts';
import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { UserRecord } from '../models/records.ts';
import type { AuditStore } from '../stores/audit.store.ts';
import type { PasswordResetStore } from '../stores/password-reset.store.ts';
import type { SessionStore } from '../stores/session.store.ts';
import type { UserStore } from '../stores/user.store.ts';
import { parseProfile } from './account-input.ts';
import type { Audit } from './audit.service.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { wrongPassword } from './passwords.service.ts';

export interface OwnData {
  /** @returns the user as they are then; BAD_USER_INPUT. */
  updateProfile(userId: string, input: unknown): Promise<Result<UserRecord>>;
  /** What every domain keeps of them, by its name. */
  exportAll(userId: string): Promise<Record<string, unknown>>;
  /**
   * Ends all other sessions first, so that no other device adds to what is being removed.
   * @returns FORBIDDEN for a wrong password, CONFLICT for an admin.
   */
  deleteAccount(
    who: { readonly userId: string; readonly sessionId: string },
    password: string,
    client: ClientOrigin,
  ): Promise<Result<string>>;
}

export interface OwnDataParts {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly resets: PasswordResetStore;
  readonly auditEvents: AuditStore;
  readonly hashing: PasswordHashing;
  readonly audit: Audit;
  /** The other domains. */
  readonly holders: readonly PersonalDataHolder[];
}

/** Without what is only there to check who they are. */
const exportedUser = ({
  passwordHash: _p,
  emailKey: _e,
  sessionGeneration: _s,
  ...shown
}: UserRecord): object => shown;

const profileOf = (changes: object): Partial<Pick<UserRecord, 'name' | 'bio' | 'avatarUrl' | 'locale'>> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

export const createOwnData = (parts: OwnDataParts): OwnData => {
  const { users, sessions, resets, auditEvents, hashing, audit, holders } = parts;
  return {
    updateProfile: async (userId, input) => {
      const parsed = parseProfile(input);
      if (!parsed.ok) return parsed;
      const user = await users.update(userId, profileOf(parsed.value));
      return user ? ok(user) : fail('NOT_FOUND', 'This account is gone.');
    },

    exportAll: async (userId) => {
      const [user, found, events, others] = await Promise.all([
        users.byId(userId),
        sessions.ofUser(userId),
        auditEvents.ofSubject(userId),
        Promise.all(holders.map(async (holder) => [holder.domain, await holder.exportOf(userId)] as const)),
      ]);
      const accounts = {
        user: user && exportedUser(user),
        sessions: found.map(({ device, address, locale, createdAt, expiresAt }) => ({
          device,
          address,
          locale,
          createdAt,
          expiresAt,
        })),
        audit: events.map(({ at, kind, actorId, address, device, details }) => ({
          at,
          kind,
          // Where an admin was is not theirs to know.
          ...((actorId === null || actorId === userId) && { address, device }),
          details,
        })),
      };
      return { accounts, ...Object.fromEntries(others) };
    },

    deleteAccount: async ({ userId, sessionId }, password, client) => {
      const user = await users.byId(userId);
      if (!user || !(await hashing.verify(password, user.passwordHash))) return wrongPassword();
      if (user.roles.includes('ADMIN')) {
        return fail('CONFLICT', 'An admin cannot go: let another admin take the role away first.');
      }
      const left = await users.update(userId, {}, true);
      if (!left) return wrongPassword();
      await sessions.setGeneration(sessionId, left.sessionGeneration);
      await sessions.removeOfUser(userId, sessionId);
      // The user last: if anything fails before, they can do it again.
      for (const holder of holders) await holder.eraseOf(userId);
      await resets.removeOf(userId);
      await audit.note({ kind: 'ACCOUNT_DELETED', actorId: userId, subjectId: userId, client });
      await auditEvents.anonymise(userId);
      await sessions.removeOfUser(userId);
      await users.remove(userId);
      return ok(userId);
    },
  };
};
