import { ok, type Result } from '../../shared/faults.ts';
import { normalRoles } from '../../shared/permissions.ts';
import type { AccountModels } from './models/index.ts';
import { emailKeyOf, parseNewPassword } from './services/account-input.ts';
import { newUser } from './services/new-user.ts';
import { createPasswordHashing } from './services/password-hashing.ts';
import { newSecret } from './services/secrets.ts';
import { createUserBatchStore } from './stores/user-batch.store.ts';

/** Somebody who was made up. */
export interface MadeUpUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly createdAt: Date;
}

/** Adds people who were made up, many at once. */
export interface AccountAudience {
  /**
   * @param password all of them sign in by it; without one, nobody can.
   * @returns what `addMissing` takes; BAD_USER_INPUT for what is no password.
   */
  hashOf(password: string | undefined): Promise<Result<string>>;
  /** @returns how many were not there; `taken` are the addresses that are somebody else's, and then nobody was added. */
  addMissing(
    users: readonly MadeUpUser[],
    passwordHash: string,
  ): Promise<{ readonly added: number; readonly taken: readonly string[] }>;
  /** Lets those publish videos who may only view. */
  makeCreators(ids: readonly string[]): Promise<void>;
}

/** @param models of the client whose writes are followed. */
export const createAccountAudience = (models: AccountModels): AccountAudience => {
  const store = createUserBatchStore(models);
  const hashing = createPasswordHashing();
  return {
    hashOf: async (given) => {
      // One that nobody ever saw.
      if (given === undefined) return ok(await hashing.hash(newSecret()));
      const parsed = parseNewPassword({ newPassword: given });
      return parsed.ok ? ok(await hashing.hash(parsed.value.newPassword)) : parsed;
    },
    addMissing: async (users, passwordHash) => {
      const found = await store.known(
        users.map(({ id }) => id),
        users.map(({ email }) => emailKeyOf(email)),
      );
      const known = new Set(found.map(({ _id }) => _id));
      const missing = users.filter(({ id }) => !known.has(id));
      const ids = new Set(users.map(({ id }) => id));
      const taken = found.filter(({ _id }) => !ids.has(_id)).map(({ email }) => email);
      if (taken.length > 0) return { added: 0, taken };
      const added = await store.insert(
        missing.map(({ id, name, email, locale, createdAt }) => ({
          ...newUser({ email, name, locale, passwordHash, roles: ['VIEWER'] }),
          _id: id,
          createdAt,
        })),
      );
      return { added, taken };
    },
    makeCreators: (ids) => store.setRoles(ids, normalRoles([]), normalRoles(['CREATOR'])),
  };
};
