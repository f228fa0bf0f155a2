import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import type { PreferencesRecord } from '../models/records.ts';
import type { PreferencesChanges, PreferencesStore } from '../stores/preferences.store.ts';

/** With what was never chosen filled in. */
export type FullPreferences = Required<Omit<PreferencesRecord, '_id'>>;

export interface PreferencesService {
  /** @returns BAD_USER_INPUT. */
  update(userId: string, input: unknown): Promise<Result<void>>;
}

export const defaultPreferences: FullPreferences = {
  playbackQuality: 'AUTO',
  autoplayNext: true,
  autoplayPreviews: true,
  subtitleLanguage: null,
  audioLanguage: null,
  maturityLimit: null,
};

/** What somebody prefers, with the rest as it is for everybody. */
export const fullPreferences = (chosen: PreferencesRecord | null): FullPreferences => {
  const { _id, ...rest } = chosen ?? { _id: '' };
  return { ...defaultPreferences, ...rest };
};

const isLanguage = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

const language = z
  .string()
  .max(35, { error: 'expected at most 35 characters' })
  .refine(isLanguage, { error: 'expected a language such as "de-CH"' })
  .transform((text) => new Intl.Locale(text).toString());

const changes = z.object({
  playbackQuality: z.enum(['AUTO', 'SD', 'HD', 'FULL_HD', 'ULTRA_HD']).optional(),
  autoplayNext: z.boolean().optional(),
  autoplayPreviews: z.boolean().optional(),
  subtitleLanguage: language.nullish(),
  audioLanguage: language.nullish(),
  maturityLimit: z.enum(['G', 'PG', 'PG_13', 'R', 'NC_17']).nullish(),
});

const parse = (input: unknown): Result<PreferencesChanges> => {
  const parsed = changes.safeParse(input);
  if (parsed.success) {
    const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return ok(Object.fromEntries(given) as PreferencesChanges);
  }
  const faults = parsed.error.issues.map((issue) => {
    const came = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown>)[key],
      input,
    );
    const expected =
      issue.code === 'custom' || issue.code === 'too_big'
        ? issue.message
        : 'expected a value, or the field left out';
    return `input.${issue.path.map(String).join('.')}: ${expected}, but got ${JSON.stringify(came)?.slice(0, 80)}`;
  });
  return fail('BAD_USER_INPUT', `${faults.join('; ')}.`);
};

export const createPreferences = (store: PreferencesStore): PreferencesService => ({
  update: async (userId, input) => {
    const parsed = parse(input);
    if (!parsed.ok) return parsed;
    if (Object.keys(parsed.value).length > 0) await store.update(userId, parsed.value);
    return ok(undefined);
  },
});
