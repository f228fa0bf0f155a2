import { roles, type Role } from './viewer.ts';

/** What guards ask for. Listed in the schema too, as `Permission` and in `Access`; a test holds them together. */
export const permissions = [
  'EDIT_CATALOGUE',
  'MANAGE_USERS',
  'MODERATE',
  'OPERATE',
  'PUBLISH_VIDEOS',
  'READ_AUDIT_TRAIL',
  'TEACH_COURSES',
] as const;
export type Permission = (typeof permissions)[number];

const table: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER: [],
  CREATOR: ['PUBLISH_VIDEOS'],
  INSTRUCTOR: ['PUBLISH_VIDEOS', 'TEACH_COURSES'],
  ADMIN: permissions,
};

/** In the order of {@link permissions}. */
export const permissionsOf = (held: readonly Role[]): readonly Permission[] =>
  permissions.filter((permission) => held.some((role) => table[role].includes(permission)));

export const isPermitted = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => table[role].includes(permission));

/** Every user may view; in the order of {@link roles}, without repeats. */
export const normalRoles = (given: readonly Role[]): Role[] =>
  roles.filter((role) => role === 'VIEWER' || given.includes(role));
