import { z } from 'zod';
import { nameKeyOf, slugOf, tidyText } from '../services/film-identity.ts';
import { faultsOf, movieDetails, requiredText } from '../services/movie-input.ts';
import type { ImportedFields, ImportItem } from './import-items.ts';

/** Characters of a line: longer ones are no records. */
export const longestLine = 100_000;

const day = z.iso
  .date({ error: 'expected a day such as "1999-03-31"' })
  .transform((value) => new Date(`${value}T00:00:00Z`));

const wholeFrom = (min: number) =>
  z
    .int({ error: `expected a whole number from ${min}` })
    .min(min, { error: `expected a whole number from ${min}` });

const dollars = wholeFrom(0).nullish();

const movieLine = z.strictObject({
  kind: z.literal('movie').default('movie'),
  title: requiredText(500),
  ...movieDetails,
  releaseDate: day.nullish(),
  runtimeMinutes: wholeFrom(1).nullish(),
  budgetUsd: dollars,
  usGrossUsd: dollars,
  worldwideGrossUsd: dollars,
  usDvdSalesUsd: dollars,
  votes: wholeFrom(0).nullish(),
  rottenTomatoesRating: wholeFrom(0).max(100, { error: 'expected a whole number to 100' }).nullish(),
  tmdbId: wholeFrom(1).nullish(),
});
const genreLine = z.strictObject({
  kind: z.literal('genre'),
  name: requiredText(100),
  slug: z.string().optional(),
});
const personLine = z.strictObject({
  kind: z.literal('person'),
  name: requiredText(200),
  slug: z.string().optional(),
});

const schemas = { movie: movieLine, genre: genreLine, person: personLine } as const;

const filmOf = (line: z.infer<typeof movieLine>): ImportItem => {
  const { kind, title, genres, directors, votes, ...rest } = line;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const fields: ImportedFields = {
    ...given,
    title: tidyText(title),
    // A film always has a number of votes.
    ...(votes !== undefined && { votes: votes ?? 0 }),
  };
  return {
    kind,
    fields,
    ...(genres !== undefined && { genreIds: [...new Set(genres)] }),
    ...(directors !== undefined && { directors: directors ?? [] }),
  };
};

const itemOf = (line: z.infer<typeof movieLine | typeof genreLine | typeof personLine>) => {
  if (line.kind === 'movie') return filmOf(line);
  const name = tidyText(line.name);
  const _id = slugOf(name);
  if (line.slug !== undefined && line.slug !== _id) {
    return {
      fault: `slug: expected ${JSON.stringify(_id)}, which follows from the name, but got ${JSON.stringify(line.slug)}`,
    };
  }
  return line.kind === 'genre'
    ? ({ kind: 'genre', record: { _id, name } } as const)
    : ({ kind: 'person', record: { _id, name, nameKey: nameKeyOf(name) } } as const);
};

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/**
 * What a line of a file of JSON lines says; `undefined` for an empty one. The format is in docs/imports.md.
 */
export const readLine = (line: string): ImportItem | { readonly fault: string } | undefined => {
  if (line.trim() === '') return undefined;
  if (line.length > longestLine) {
    return { fault: `expected at most ${longestLine} characters, but got more` };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: `expected an object in JSON, but got ${shown(line)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: `expected an object in JSON, but got ${shown(value)}` };
  }
  const kind: unknown = 'kind' in value ? value.kind : 'movie';
  if (kind !== 'movie' && kind !== 'genre' && kind !== 'person') {
    return { fault: `kind: expected "movie", "genre" or "person", but got ${shown(kind)}` };
  }
  const parsed = schemas[kind].safeParse(value);
  if (parsed.success) return itemOf(parsed.data);
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${key}: expected no field of this name`)
      : faultsOf(new z.ZodError([issue]), value),
  );
  return { fault: faults.join('; ') };
};
