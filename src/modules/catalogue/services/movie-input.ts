import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/faults.ts';

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'expected some text' })
    .max(max, { error: `expected at most ${max} characters` });

const atLeast = (min: number) => z.number().min(min, { error: `expected a number from ${min}` });
const between = (min: number, max: number) =>
  z
    .number()
    .refine((value) => value >= min && value <= max, { error: `expected a number from ${min} to ${max}` });

const dollars = atLeast(0).nullish();
const shortText = text(200).nullish();

/** Longest list of genres or directors that a film may have. */
const maxCredits = 50;

const details = {
  releaseDate: z.date().nullish(),
  genres: z
    .array(text(100))
    .max(maxCredits, { error: `expected at most ${maxCredits}` })
    .nullish(),
  directors: z
    .array(text(200))
    .max(maxCredits, { error: `expected at most ${maxCredits}` })
    .nullish(),
  runtimeMinutes: atLeast(1).nullish(),
  mpaaRating: shortText,
  distributor: shortText,
  source: shortText,
  creativeType: shortText,
  budgetUsd: dollars,
  usGrossUsd: dollars,
  worldwideGrossUsd: dollars,
  usDvdSalesUsd: dollars,
  rating: between(0, 10).nullish(),
  votes: atLeast(0).nullish(),
  rottenTomatoesRating: between(0, 100).nullish(),
  posterPath: z
    .string()
    .regex(/^\/\S{1,200}$/, { error: 'expected a path such as "/abc.jpg"' })
    .nullish(),
};

const newMovie = z.object({ title: text(500), ...details });
const movieChanges = z.object({ title: text(500).optional(), ...details });

export type NewMovie = z.infer<typeof newMovie>;
export type MovieChanges = z.infer<typeof movieChanges>;

/** A sentence for each fault: where, what was expected, and what came. */
export const faultsOf = (error: z.ZodError, input: unknown, at = ''): string[] =>
  error.issues.map((issue) => {
    const came = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown>)[key],
      input,
    );
    const shown = JSON.stringify(came)?.slice(0, 80) ?? 'nothing';
    const isOurs = issue.message.startsWith('expected');
    const expected =
      issue.code === 'invalid_type' && !isOurs ? `expected a ${issue.expected}` : issue.message;
    const path = [at, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    return `${path}: ${expected}, but got ${shown}`;
  });

const parseWith =
  <Schema extends z.ZodType>(schema: Schema) =>
  (input: unknown): Result<z.infer<Schema>> => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return ok(parsed.data);
    const faults = faultsOf(parsed.error, input, 'input');
    return fail('BAD_USER_INPUT', `${faults.join('; ')}.`);
  };

export { details as movieDetails, text as requiredText };

/** @returns BAD_USER_INPUT that lists every fault at once. */
export const parseNewMovie = parseWith(newMovie);
/** @returns BAD_USER_INPUT that lists every fault at once. */
export const parseMovieChanges = parseWith(movieChanges);
