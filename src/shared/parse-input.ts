import { z } from 'zod';
import { fail, ok, type Result } from './faults.ts';

/** Trimmed, and not empty. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'expected some text' })
    .max(max, { error: `expected at most ${max} characters` });

/** Trimmed; may be empty. */
export const longText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `expected at most ${max} characters` });

/**
 * Reads an input by a schema whose messages say what was expected. GraphQL has seen to types; this is about what it cannot
 * say.
 * @returns BAD_USER_INPUT that lists every fault at once.
 */
export const parseWith =
  <Schema extends z.ZodType>(schema: Schema, prefix = 'input.') =>
  (input: unknown): Result<z.infer<Schema>> => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return ok(parsed.data);
    const faults = parsed.error.issues.map((issue) => {
      const came = issue.path.reduce<unknown>(
        (value, key) => (value as Record<PropertyKey, unknown>)[key],
        input,
      );
      const shown = JSON.stringify(came)?.slice(0, 80) ?? 'nothing';
      const expected = issue.code === 'invalid_type' ? `expected a ${issue.expected}` : issue.message;
      return `${prefix}${issue.path.map(String).join('.')}: ${expected}, but got ${shown}`;
    });
    return fail('BAD_USER_INPUT', `${faults.join('; ')}.`);
  };

/** Fields that were given: those left out stay as they are. */
export const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
