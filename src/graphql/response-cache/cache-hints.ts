import { getDirective } from '@graphql-tools/utils';
import {
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { StartupError } from '../../shared/startup-error.ts';
import { isLiveField } from '../execution/live-fields.ts';

/** What `@cacheControl` says at one place. */
export interface CacheHint {
  readonly maxAgeMs: number | undefined;
  /** What resolvers may make of `maxAgeMs` at most; `undefined`: they may not change it. */
  readonly upToMs: number | undefined;
  readonly scope: 'PUBLIC' | 'PRIVATE' | undefined;
  readonly inheritMaxAge: boolean;
}

/** Hints by schema coordinate: `Movie`, `Query.movies`. Places without a hint are absent. */
export type CacheHints = ReadonlyMap<string, CacheHint>;

/** Whether it is worth waiting long for whoever computes it, rather than to compute it as well. */
export const isCostlyField = (schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): boolean =>
  getDirective(schema, field, 'costly') !== undefined;

interface DirectiveArguments {
  readonly maxAge?: number;
  readonly upTo?: number;
  readonly scope?: 'PUBLIC' | 'PRIVATE';
  readonly inheritMaxAge?: boolean;
}

/**
 * Reads the hints of a schema.
 * @throws StartupError that lists every fault: a field of `Query` without a hint, a negative `maxAge`, a hint that
 * gives an age and inherits one, an `upTo` below its age, a live field without an age or where none can be.
 */
export const readCacheHints = (schema: GraphQLSchema): CacheHints => {
  const hints = new Map<string, CacheHint>();
  const faults: string[] = [];

  const read = (coordinate: string, node: Parameters<typeof getDirective>[1]): void => {
    const given = getDirective(schema, node, 'cacheControl')?.[0] as DirectiveArguments | undefined;
    if (!given) return;
    const { maxAge, upTo, scope, inheritMaxAge = false } = given;
    if (maxAge !== undefined && maxAge < 0)
      faults.push(`${coordinate}: expected maxAge from 0, but got ${maxAge}.`);
    if (upTo !== undefined && upTo < (maxAge ?? Infinity)) {
      faults.push(
        `${coordinate}: expected upTo from maxAge, which is ${maxAge ?? 'missing'}, but got ${upTo}.`,
      );
    }
    if (maxAge !== undefined && inheritMaxAge) {
      faults.push(`${coordinate}: expected either maxAge or inheritMaxAge, but got both.`);
    }
    hints.set(coordinate, {
      maxAgeMs: maxAge === undefined ? undefined : maxAge * 1000,
      upToMs: upTo === undefined ? undefined : upTo * 1000,
      scope,
      inheritMaxAge,
    });
  };

  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const checkLive = (type: GraphQLObjectType | GraphQLInterfaceType, name: string): void => {
    const field = type.getFields()[name];
    if (!field || !isLiveField(schema, field)) return;
    const coordinate = `${type.name}.${name}`;
    if (hints.get(coordinate)?.maxAgeMs === undefined) {
      faults.push(`${coordinate}: expected @cacheControl(maxAge: …) beside @live.`);
    }
    const isOfInterface = type.getInterfaces().some((one) => name in one.getFields());
    if (isInterfaceType(type) || isOfInterface || (isObjectType(type) && roots.has(type))) {
      faults.push(`${coordinate}: expected @live on fields that only an object with an _id has.`);
    }
  };

  for (const [name, type] of Object.entries(schema.getTypeMap())) {
    if (name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type) || isUnionType(type)) read(name, type);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const [field, config] of Object.entries(type.getFields())) {
        read(`${name}.${field}`, config);
        checkLive(type, field);
      }
    }
  }
  for (const field of Object.keys(schema.getQueryType()?.getFields() ?? {})) {
    if (hints.get(`Query.${field}`)?.maxAgeMs === undefined) {
      faults.push(`Query.${field}: expected @cacheControl(maxAge: …), 0 for what may never be stored.`);
    }
  }
  if (faults.length > 0)
    throw new StartupError(`The cache hints of the schema have faults:\n  ${faults.join('\n  ')}`);
  return hints;
};
