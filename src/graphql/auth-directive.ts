import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldConfig,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { fail, FaultError, type FaultCode } from '../shared/faults.ts';
import { isPermitted } from '../shared/permissions.ts';
import { signInHint } from '../shared/resolving/signed-in.ts';
import { StartupError } from '../shared/startup-error.ts';
import type { ViewerSeam } from '../shared/viewer.ts';
import type { Context } from './context.ts';
import type { Access } from './generated/resolvers.ts';

const refuse = (code: FaultCode, message: string) => {
  throw new FaultError(fail(code, message).fault);
};

const guard = (access: Access, seam: ViewerSeam): void => {
  if (access === 'ANYONE') return;
  const viewer = seam.look();
  if (!viewer) refuse('UNAUTHENTICATED', signInHint);
  else if (access !== 'SIGNED_IN' && !isPermitted(viewer.roles, access)) {
    refuse('FORBIDDEN', `This needs the permission ${access}, which none of your roles brings.`);
  }
};

/** Types that nothing but mutations answer: whoever gets there was asked who they are. */
const payloadTypes = (schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> => {
  const mutation = schema.getMutationType();
  const answersOf = (type: GraphQLNamedType) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => getNamedType(field.type))
      : [];
  const elsewhere = new Set(
    Object.values(schema.getTypeMap())
      .filter((type) => type !== mutation)
      .flatMap(answersOf),
  );
  return new Set(mutation ? answersOf(mutation).filter((type) => !elsewhere.has(type)) : []);
};

/**
 * Puts the guards that `@auth` asks for in front of the resolvers.
 * @throws StartupError that names every mutation, and every field that is private by its own hint or by that of its type,
 *   which does not say who may ask for it. What lies within something private, or within the
 *   answer of a mutation, has been asked about.
 */
export const withAuthDirective = (schema: GraphQLSchema): GraphQLSchema => {
  const undeclared: string[] = [];
  const isPrivate = (node: GraphQLNamedType | GraphQLFieldConfig<unknown, unknown>): boolean =>
    getDirective(schema, node, 'cacheControl')?.[0]?.['scope'] === 'PRIVATE';

  const payloads = payloadTypes(schema);
  const mustDeclare = (field: GraphQLFieldConfig<unknown, unknown>, typeName: string): boolean => {
    const parent = schema.getType(typeName);
    if (parent === schema.getMutationType()) return true;
    if (isObjectType(parent) && (isPrivate(parent) || payloads.has(parent))) return false;
    return isPrivate(field) || isPrivate(getNamedType(field.type));
  };

  const guarded = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const access = getDirective(schema, field, 'auth')?.[0]?.['requires'] as Access | undefined;
      if (access === undefined) {
        if (mustDeclare(field, typeName)) undeclared.push(`${typeName}.${name}`);
        return field;
      }
      const { resolve = defaultFieldResolver, subscribe } = field;
      return {
        ...field,
        resolve: (source, given, context: Context, info) => {
          guard(access, context.viewer);
          return resolve(source, given, context, info);
        },
        // Before anything is listened to, and again with each event.
        ...(subscribe && {
          subscribe: (source, given, context: Context, info) => {
            guard(access, context.viewer);
            return subscribe(source, given, context, info);
          },
        }),
      };
    },
  });
  if (undeclared.length > 0) {
    throw new StartupError(
      `Every mutation and every private field must say who may ask for it, with @auth: ${undeclared.join(', ')}.`,
    );
  }
  return guarded;
};
