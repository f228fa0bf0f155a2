import { getDirective } from '@graphql-tools/utils';
import { isEnumType, type GraphQLObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { allResolvers } from '../../../src/app.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { permissions, permissionsOf } from '../../../src/shared/permissions.ts';
import { roles } from '../../../src/shared/viewer.ts';

const schema = await createSchema(allResolvers);

const accessOf = (type: GraphQLObjectType | null | undefined) =>
  Object.fromEntries(
    Object.entries(type?.getFields() ?? {}).map(([name, field]) => [
      name,
      getDirective(schema, field, 'auth')?.[0]?.['requires'] as string | undefined,
    ]),
  );
const namesOf = (typeName: string): string[] => {
  const type = schema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

/** Changing this list means: somebody else may do this from now on. */
const mutations = {
  banUser: 'MANAGE_USERS',
  changePassword: 'SIGNED_IN',
  createMovie: 'EDIT_CATALOGUE',
  deleteAccount: 'SIGNED_IN',
  deleteMovie: 'EDIT_CATALOGUE',
  endSession: 'SIGNED_IN',
  forgotPassword: 'ANYONE',
  login: 'ANYONE',
  logout: 'SIGNED_IN',
  logoutEverywhere: 'SIGNED_IN',
  recordView: 'ANYONE',
  refresh: 'ANYONE',
  register: 'ANYONE',
  resendVerification: 'ANYONE',
  resetPassword: 'ANYONE',
  setRoles: 'MANAGE_USERS',
  unbanUser: 'MANAGE_USERS',
  updateMovie: 'EDIT_CATALOGUE',
  updateProfile: 'SIGNED_IN',
  verifyEmail: 'ANYONE',
};

test('every mutation is on the list, with who may use it', () => {
  expect(accessOf(schema.getMutationType())).toEqual(mutations);
});

test('every query of what is private is on the list, and the others are for everybody', () => {
  expect(accessOf(schema.getQueryType())).toMatchObject({
    auditTrail: 'READ_AUDIT_TRAIL',
    exportMyData: 'SIGNED_IN',
    me: 'ANYONE',
    movies: undefined,
    mySessions: 'SIGNED_IN',
    user: 'MANAGE_USERS',
    users: 'MANAGE_USERS',
  });
});

test('schema and code know the same roles and permissions', () => {
  expect(namesOf('Role')).toEqual([...roles]);
  expect(namesOf('Permission')).toEqual([...permissions]);
  expect(namesOf('Access')).toEqual(['ANYONE', 'SIGNED_IN', ...permissions]);
});

test('an admin may do everything, a viewer nothing beyond what is theirs', () => {
  expect(permissionsOf(['ADMIN'])).toEqual([...permissions]);
  expect(permissionsOf(['VIEWER'])).toEqual([]);
  expect(permissionsOf(['CREATOR', 'INSTRUCTOR'])).toEqual(['PUBLISH_VIDEOS', 'TEACH_COURSES']);
});
