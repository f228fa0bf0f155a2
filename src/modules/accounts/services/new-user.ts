import { normalRoles } from '../../../shared/permissions.ts';
import type { UserRecord } from '../models/records.ts';
import { emailKeyOf } from './account-input.ts';
import { newId } from './secrets.ts';

/** A user as they begin. */
export const newUser = ({
  email,
  name,
  locale,
  passwordHash,
  roles,
}: Pick<UserRecord, 'email' | 'name' | 'locale' | 'passwordHash' | 'roles'>): UserRecord => ({
  _id: newId(),
  email,
  emailKey: emailKeyOf(email),
  passwordHash,
  name,
  bio: null,
  avatarUrl: null,
  locale,
  roles: normalRoles(roles),
  sessionGeneration: 0,
  createdAt: new Date(),
  bannedAt: null,
  banReason: null,
});
