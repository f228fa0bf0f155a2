import { readFile } from 'node:fs/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { readCacheHints } from '../../../src/graphql/response-cache/cache-hints.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { StartupError } from '../../../src/shared/startup-error.ts';

/** The directive as the product declares it, with nothing else of it. */
const base = await readFile(new URL('../../../schema/base.graphql', import.meta.url), 'utf8');
const declarations = `${/"""[^"]*"""\s*directive @cacheControl[\s\S]*?\nenum CacheControlScope \{[\s\S]*?\n\}/.exec(base)?.[0] ?? ''}
  ${/directive @live .*/.exec(base)?.[0] ?? ''}`;
const hintsOf = (sdl: string) =>
  readCacheHints(makeExecutableSchema({ typeDefs: `${declarations}\n${sdl}` }));
const faultsOf = (sdl: string): string[] => {
  try {
    hintsOf(sdl);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as Error).message.split('\n').map((line) => line.trim());
  }
  return [];
};
const heading = 'The cache hints of the schema have faults:';

describe('hints', () => {
  test('are read from fields, objects, interfaces and unions', () => {
    const hints = hintsOf(`
      interface Named @cacheControl(maxAge: 7) { name: String @cacheControl(maxAge: 8) }
      type Film implements Named @cacheControl(maxAge: 60, scope: PRIVATE) {
        name: String
        cast: [Person] @cacheControl(inheritMaxAge: true)
      }
      type Person { name: String }
      union Found @cacheControl(maxAge: 5) = Film | Person
      type Query { film: Film @cacheControl(maxAge: 3600) found: Found @cacheControl(maxAge: 0) }
    `);
    const hint = (seconds: number | undefined, more: object = {}) => ({
      maxAgeMs: seconds === undefined ? undefined : seconds * 1000,
      upToMs: undefined,
      scope: undefined,
      inheritMaxAge: false,
      ...more,
    });
    expect(Object.fromEntries(hints)).toEqual({
      Named: hint(7),
      'Named.name': hint(8),
      Film: hint(60, { scope: 'PRIVATE' }),
      'Film.cast': hint(undefined, { inheritMaxAge: true }),
      Found: hint(5),
      'Query.film': hint(3600),
      'Query.found': hint(0),
    });
  });

  test('say how far fields may lengthen a life', () => {
    const hints = hintsOf('type Query { film: Int @cacheControl(maxAge: 60, upTo: 120) }');
    expect(hints.get('Query.film')).toMatchObject({ maxAgeMs: 60_000, upToMs: 120_000 });
    expect(faultsOf('type Query { film: Int @cacheControl(maxAge: 60, upTo: 59) }')).toEqual([
      heading,
      'Query.film: expected upTo from maxAge, which is 60, but got 59.',
    ]);
  });

  test('of live fields say how long these live, where an object with an id has them alone', () => {
    expect(
      faultsOf(`
        interface Named { name: String @cacheControl(maxAge: 1) @live }
        type Film implements Named { name: String @cacheControl(maxAge: 1) @live  views: Int @live }
        type Query { film: Film @cacheControl(maxAge: 9)  now: Int @cacheControl(maxAge: 9) @live }
      `).toSorted(),
    ).toEqual(
      [
        heading,
        'Film.name: expected @live on fields that only an object with an _id has.',
        'Film.views: expected @cacheControl(maxAge: …) beside @live.',
        'Named.name: expected @live on fields that only an object with an _id has.',
        'Query.now: expected @live on fields that only an object with an _id has.',
      ].toSorted(),
    );
  });

  test.for([
    ['scalar', 'scalar Day @cacheControl(maxAge: 1)'],
    ['enum', 'enum Day @cacheControl(maxAge: 1) { MONDAY }'],
    ['input', 'input Day @cacheControl(maxAge: 1) { name: String }'],
  ] as const)('may not stand on a type of the kind %s', ([, sdl]) => {
    expect(() => hintsOf(`${sdl} type Query { a: Int @cacheControl(maxAge: 1) }`)).toThrow(
      'may not be used on',
    );
  });

  test('of the real schema are whole', async () => {
    const hints = readCacheHints(await createSchema(allResolvers));
    expect(hints.get('Query.popularMovies')).toMatchObject({ maxAgeMs: 60_000 });
    expect(hints.get('SearchResult')).toMatchObject({ maxAgeMs: 900_000 });
  });
});

describe('a schema is refused', () => {
  test('for a field of Query without a hint, or with one that says no age', () => {
    const sdl =
      'type Query { bare: Int scoped: Int @cacheControl(scope: PRIVATE) fine: Int @cacheControl(maxAge: 0) }';
    expect(faultsOf(sdl)).toEqual([
      heading,
      'Query.bare: expected @cacheControl(maxAge: …), 0 for what may never be stored.',
      'Query.scoped: expected @cacheControl(maxAge: …), 0 for what may never be stored.',
    ]);
  });

  test('for a negative age', () => {
    expect(
      faultsOf(
        'type Film @cacheControl(maxAge: -1) { a: Int } type Query { a: Film @cacheControl(maxAge: 1) }',
      ),
    ).toEqual([heading, 'Film: expected maxAge from 0, but got -1.']);
  });

  test('for an age given and inherited', () => {
    const sdl = `
      type Film { a: Int @cacheControl(maxAge: 5, inheritMaxAge: true) }
      type Query { film: Film @cacheControl(maxAge: 1) }
    `;
    expect(faultsOf(sdl)).toEqual([
      heading,
      'Film.a: expected either maxAge or inheritMaxAge, but got both.',
    ]);
  });

  test('with all its faults told at once', () => {
    const sdl = `
      union Either @cacheControl(maxAge: -2) = Film
      type Film @cacheControl(maxAge: -1, inheritMaxAge: true) { a: Int }
      type Query { film: Film either: Either @cacheControl(inheritMaxAge: true) }
    `;
    expect(faultsOf(sdl).toSorted()).toEqual(
      [
        heading,
        'Either: expected maxAge from 0, but got -2.',
        'Film: expected maxAge from 0, but got -1.',
        'Film: expected either maxAge or inheritMaxAge, but got both.',
        'Query.either: expected @cacheControl(maxAge: …), 0 for what may never be stored.',
        'Query.film: expected @cacheControl(maxAge: …), 0 for what may never be stored.',
      ].toSorted(),
    );
  });
});
