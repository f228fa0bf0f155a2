import type { AppExtension } from '../../src/app.ts';
import type { Role } from '../../src/shared/viewer.ts';

const roles: Readonly<Record<string, readonly Role[]>> = {
  viewer: ['VIEWER'],
  creator: ['VIEWER', 'CREATOR'],
  instructor: ['VIEWER', 'INSTRUCTOR'],
  admin: ['VIEWER', 'ADMIN'],
};

/** What somebody sends who is signed in with a role: the id of the account is the name. */
export const as = (
  role: 'viewer' | 'creator' | 'instructor' | 'admin',
  name: string,
): Record<string, string> => ({
  authorization: `Bearer ${role} ${name}`,
});

/** Takes {@link as} at its word. */
export const signedInByName: AppExtension = {
  typeDefs: [],
  resolvers: {},
  open: async () => () => ({}),
  authenticate: (authorization) => {
    const [, role = '', id] = /^Bearer (\w+) ([\w-]+)$/.exec(authorization ?? '') ?? [];
    const held = roles[role];
    return held && id !== undefined ? { id, roles: held } : undefined;
  },
};
