import { fail, ok, type Result } from '../../../shared/faults.ts';
import { normalRoles } from '../../../shared/permissions.ts';
import type { UserStore } from '../stores/user.store.ts';
import { emailKeyOf, parseRegistration } from './account-input.ts';
import type { Audit } from './audit.service.ts';
import { newUser } from './new-user.ts';
import type { PasswordHashing } from './password-hashing.ts';
import { newSecret } from './secrets.ts';

/** What came of making somebody an admin. */
export interface Appointed {
  readonly email: string;
  /** Of an account that was made for it; `undefined` when there was one. */
  readonly password: string | undefined;
}

/** Makes the first admin, for a command of whoever runs the server. */
export interface Appointment {
  /** @returns BAD_USER_INPUT. */
  makeAdmin(email: string): Promise<Result<Appointed>>;
}

export const createAppointment = (parts: {
  readonly users: UserStore;
  readonly hashing: PasswordHashing;
  readonly audit: Audit;
}): Appointment => {
  const { users, hashing, audit } = parts;
  const note = (userId: string) =>
    audit.note({ kind: 'ROLES_SET', subjectId: userId, client: undefined, details: { roles: ['ADMIN'] } });
  return {
    makeAdmin: async (given) => {
      const password = newSecret();
      const parsed = parseRegistration({ email: given, password, name: 'Admin', locale: 'en' });
      if (!parsed.ok) return parsed;
      const { email, name, locale } = parsed.value;
      const existing = await users.byEmailKey(emailKeyOf(email));
      if (existing) {
        await users.update(existing._id, { roles: normalRoles([...existing.roles, 'ADMIN']) });
        await note(existing._id);
        return ok({ email: existing.email, password: undefined });
      }
      const passwordHash = await hashing.hash(password);
      const user = newUser({ email, name, locale, passwordHash, roles: ['ADMIN'] });
      if (!(await users.insert(user))) return fail('CONFLICT', 'The account was made just now. Try again.');
      await note(user._id);
      return ok({ email, password });
    },
  };
};
