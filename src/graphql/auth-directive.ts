import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { fail, FaultError, type FaultCode } from '../shared/faults.ts';
import { StartupError } from '../shared/startup-error.ts';
import type { Role, ViewerSeam } from '../shared/viewer.ts';
import type { Context } from './context.ts';
import type { Access } from './generated/resolvers.ts';

const refuse = (code: FaultCode, message: string) => {
  throw new FaultError(fail(code, message).fault);
};

const roleGuard =
  (...roles: readonly Role[]) =>
  (seam: ViewerSeam): void => {
    const viewer = seam.look();
    if (!viewer) refuse('UNAUTHENTICATED', 'This needs you to be signed in.');
    else if (roles.length > 0 && !roles.some((role) => viewer.roles.includes(role))) {
      refuse('FORBIDDEN', `This needs the role ${roles.join(' or ')}.`);
    }
  };

const guards: Record<Access, (viewer: ViewerSeam) => void> = {
  ANYONE: () => undefined,
  SIGNED_IN: roleGuard(),
  TEACH_COURSES: roleGuard('INSTRUCTOR', 'ADMIN'),
  MANAGE_USERS: roleGuard('ADMIN'),
  OPERATOR: (seam) => {
    const viewer = seam.look();
    if (!viewer)
      refuse('UNAUTHENTICATED', 'This needs the operator key: send "Authorization: Bearer <OPERATOR_KEY>".');
    else if (!viewer.roles.includes('operator')) refuse('FORBIDDEN', 'This needs the role of an operator.');
  },
};

/**
 * Puts the guards that `@auth` asks for in front of the resolvers.
 * @throws StartupError that names every mutation which does not say who may call it.
 */
export const withAuthDirective = (schema: GraphQLSchema): GraphQLSchema => {
  const undeclared: string[] = [];
  const guarded = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const access = getDirective(schema, field, 'auth')?.[0]?.['requires'] as Access | undefined;
      if (access === undefined) {
        if (typeName === schema.getMutationType()?.name) undeclared.push(`${typeName}.${name}`);
        return field;
      }
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve: (source, given, context: Context, info) => {
          guards[access](context.viewer);
          return resolve(source, given, context, info);
        },
      };
    },
  });
  if (undeclared.length > 0) {
    throw new StartupError(`Every mutation must say who may call it, with @auth: ${undeclared.join(', ')}.`);
  }
  return guarded;
};
