import type { ClearCacheInput } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import { parseGlobalId } from '../../../shared/resolving/global-id.ts';
import type { Audit, CacheAdministration, CachePart } from '../ports.ts';

export interface CacheClearing {
  /** BAD_USER_INPUT unless `what` names exactly one part, and one that there is. */
  clear(what: ClearCacheInput, actor: string): Promise<Result<readonly string[]>>;
}

const graphqlName = /^[A-Za-z_]\w{0,199}$/;

/** The key within an id that the API gave; what is none is a key already. */
const keyIn = (id: string, expectedType?: string): string => {
  const parsed = parseGlobalId(id);
  if (!parsed.ok || (expectedType !== undefined && parsed.value.typeName !== expectedType)) return id;
  return parsed.value.key;
};

const partOf = (what: ClearCacheInput, types: readonly string[]): Result<CachePart> => {
  const given = Object.entries(what).filter(([, value]) => value !== undefined && value !== null);
  if (given.length !== 1) {
    const names = given.length === 0 ? 'none' : given.map(([name]) => name).join(', ');
    return fail(
      'BAD_USER_INPUT',
      `Expected exactly one of everything, type, entity, user and operation, but got ${names}.`,
    );
  }
  const { everything, type, entity, user, operation } = what;
  const named = type ?? entity?.type;
  if (named !== undefined && named !== null && !types.includes(named)) {
    return fail(
      'BAD_USER_INPUT',
      `Expected one of the types ${types.join(', ')}, but got ${JSON.stringify(named)}.`,
    );
  }
  if (type) return ok({ kind: 'type', type });
  if (entity) return ok({ kind: 'entity', type: entity.type, key: keyIn(entity.id, entity.type) });
  if (user) return ok({ kind: 'user', id: keyIn(user) });
  if (operation !== undefined && operation !== null) {
    return graphqlName.test(operation)
      ? ok({ kind: 'operation', name: operation })
      : fail(
          'BAD_USER_INPUT',
          `Expected the name of an operation, but got ${JSON.stringify(operation)}; those without a name go with a type.`,
        );
  }
  return everything
    ? ok({ kind: 'everything' })
    : fail('BAD_USER_INPUT', 'Expected what is given to name something.');
};

export const createCacheClearing = (cache: CacheAdministration, audit: Audit): CacheClearing => ({
  async clear(what, actor) {
    const part = partOf(what, cache.types);
    if (!part.ok) return part;
    const { kind, ...details } = part.value;
    const stamped = await cache.clear(part.value);
    await audit({ actor, action: 'cache.clear', details: { part: kind, ...details, stamped } });
    return ok(stamped);
  },
});
