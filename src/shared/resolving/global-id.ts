import { fail, ok, type Result } from '../faults.ts';
import { fromOpaque, toOpaque } from '../opaque.ts';

/** A global object id, as the Relay server specification has it: type and key in one opaque text. */
export const toGlobalId = (typeName: string, key: string): string => toOpaque(`${typeName}:${key}`);

/** @returns BAD_USER_INPUT unless `id` was made by {@link toGlobalId}. */
export const parseGlobalId = (id: string): Result<{ typeName: string; key: string }> => {
  const [, typeName, key] = /^([A-Z]\w*):(.+)$/s.exec(fromOpaque(id) ?? '') ?? [];
  if (typeName === undefined || key === undefined) {
    return fail(
      'BAD_USER_INPUT',
      `Expected an id as answers of this API give them, but got ${JSON.stringify(id)}.`,
    );
  }
  return ok({ typeName, key });
};

/** @returns the key, or BAD_USER_INPUT for an id of another type or no id at all. */
export const keyOfGlobalId = (expectedType: string, id: string): Result<string> => {
  const parsed = parseGlobalId(id);
  if (!parsed.ok) return parsed;
  const { typeName, key } = parsed.value;
  return typeName === expectedType
    ? ok(key)
    : fail('BAD_USER_INPUT', `Expected the id of a ${expectedType}, but got the id of a ${typeName}.`);
};
