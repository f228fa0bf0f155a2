import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/faults.ts';

/** Addresses are told apart without case: nobody's mail server does more. */
export const emailKeyOf = (email: string): string => email.trim().normalize('NFC').toLowerCase();

const email = z
  .string()
  .trim()
  .max(254, { error: 'expected at most 254 characters' })
  .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)*$/, {
    error: 'expected an address such as ann@example.com',
  });

/** Long enough to be worth its hash, short enough not to be an attack on it. */
const password = z
  .string()
  .min(10, { error: 'expected at least 10 characters' })
  .max(200, { error: 'expected at most 200 characters' });

/** Such as a name that is shown to others: no line breaks, nothing that turns the text around. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'expected some text' })
    .max(max, { error: `expected at most ${max} characters` })
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, {
      error: 'expected one line of plain text',
    });

const isLocale = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

const locale = z
  .string()
  .max(35, { error: 'expected at most 35 characters' })
  .refine(isLocale, { error: 'expected a language such as "de-CH"' })
  .transform((text) => new Intl.Locale(text).toString());

const avatarUrl = z
  .string()
  .max(500, { error: 'expected at most 500 characters' })
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', {
    error: 'expected an address such as https://example.com/me.jpg',
  });

const registration = z.object({ email, password, name: line(80), locale });
const newPassword = z.object({ newPassword: password });
const profile = z.object({
  name: line(80).optional(),
  bio: z.string().trim().max(1_000, { error: 'expected at most 1,000 characters' }).nullish(),
  avatarUrl: avatarUrl.nullish(),
  locale: locale.optional(),
});
const ban = z.object({ reason: line(500) });
const address = z.object({ email });

const secretPaths = /password/i;

const parseWith =
  <Schema extends z.ZodType>(schema: Schema, prefix: string) =>
  (input: unknown): Result<z.infer<Schema>> => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return ok(parsed.data);
    const faults = parsed.error.issues.map((issue) => {
      const path = issue.path.map(String).join('.');
      const came = issue.path.reduce<unknown>(
        (value, key) => (value as Record<PropertyKey, unknown>)[key],
        input,
      );
      const expected = issue.code === 'invalid_type' ? `expected a ${issue.expected}` : issue.message;
      const shown = secretPaths.test(path) ? '' : `, but got ${JSON.stringify(came)?.slice(0, 80)}`;
      return `${prefix}${path}: ${expected}${shown}`;
    });
    return fail('BAD_USER_INPUT', `${faults.join('; ')}.`);
  };

/** Each answers BAD_USER_INPUT that lists every fault at once, and shows no password. */
export const parseRegistration = parseWith(registration, 'input.');
export const parseNewPassword = parseWith(newPassword, 'input.');
export const parseProfile = parseWith(profile, 'input.');
export const parseBan = parseWith(ban, '');
export const parseAddress = parseWith(address, '');
