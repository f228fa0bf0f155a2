import type { PublicProfile, User } from '../../graphql/generated/resolvers.ts';
import { pathsOf } from '../../shared/resolving/paths-of.ts';
import type { UserField } from './stores/user.store.ts';

/**
 * Which paths of the record each field of the type is resolved from, so that only those are read. A field that is not
 * listed here does not compile.
 */
const userFields: Record<Exclude<keyof User, '__typename'>, readonly UserField[]> = {
  id: [],
  email: ['email'],
  name: ['name'],
  bio: ['bio'],
  avatarUrl: ['avatarUrl'],
  locale: ['locale'],
  roles: ['roles'],
  permissions: ['roles'],
  createdAt: ['createdAt'],
  bannedAt: ['bannedAt'],
  banReason: ['banReason'],
};

const profileFields: Record<Exclude<keyof PublicProfile, '__typename'>, readonly UserField[]> = {
  id: [],
  name: ['name'],
  avatarUrl: ['avatarUrl'],
  playlists: [],
};

/** The paths that the selected fields of `User` need; `_id` is always read. */
export const userPaths = pathsOf(userFields);
export const profilePaths = pathsOf(profileFields);
