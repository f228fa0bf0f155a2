import { fail, ok, type Result } from '../../../shared/faults.ts';

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @returns BAD_USER_INPUT for what is no slug. */
export const slug = (
  argument: string,
  example: string,
  value: string | null | undefined,
): Result<string | undefined> => {
  if (value === null || value === undefined) return ok(undefined);
  return slugPattern.test(value)
    ? ok(value)
    : fail(
        'BAD_USER_INPUT',
        `${argument}: expected a slug such as "${example}", but got ${JSON.stringify(value)}.`,
      );
};
