import { buildSchema, parse, type DocumentNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readCacheHints } from '../../../src/graphql/response-cache/cache-hints.ts';
import { createOperationPlanning } from '../../../src/graphql/response-cache/operation-plan.ts';
import { createSchemaVersions } from '../../../src/graphql/response-cache/schema-versions.ts';

const directive = `
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
`;

const sdl = `${directive}
  type Query {
    films(genre: String, first: Int, sort: Sort): [Film!]! @cacheControl(maxAge: 100)
    genres: [Genre!]! @cacheControl(maxAge: 500)
    never: Int @cacheControl(maxAge: 0)
    mine: [Film!]! @cacheControl(maxAge: 50, scope: PRIVATE)
    anything: Anything @cacheControl(maxAge: 400)
    thing: Thing @cacheControl(maxAge: 400)
    vault: Vault @cacheControl(maxAge: 400)
    lent: Film @cacheControl(maxAge: 400)
    kept: Genre @cacheControl(maxAge: 900)
  }
  input Sort { field: Field! = TITLE, up: Boolean = true }
  enum Field { TITLE YEAR }
  interface Thing { secret: String }
  type Vault implements Thing { secret: String @cacheControl(maxAge: 5, scope: PRIVATE) own: Locked @cacheControl(inheritMaxAge: true) }
  type Locked @cacheControl(scope: PRIVATE) { name: String }
  union Anything = Film | Genre
  type Film @cacheControl(maxAge: 300) { title: String genres: [Genre!]! live: Int @cacheControl(maxAge: 10) shelf: Genre @cacheControl(inheritMaxAge: true) }
  type Genre @cacheControl(maxAge: 60) { name: String }
  type Mutation { go: Int }
`;

const planning = (text = sdl, code: (domain: string | undefined) => string = () => 'v1') => {
  const schema = buildSchema(text);
  return createOperationPlanning({
    schema,
    hints: readCacheHints(schema),
    versions: createSchemaVersions(schema, { of: code, all: '' }),
  });
};

const planOf = (source: string, operationName?: string, plan = planning()) => {
  const planned = plan(parse(source), operationName);
  if (planned.kind !== 'query') throw new Error(`expected a query but got a ${planned.kind}`);
  return planned;
};

const key = (source: string, variables: Record<string, unknown> = {}, operationName?: string) =>
  planOf(source, operationName).key(variables);

describe('two requests have one key', () => {
  test.for([
    ['white space and comments differ', '{films{title}}', '# all\n{\n  films { title }\n}\n'],
    [
      'arguments and input fields stand in another order',
      '{films(first: 1, genre: "a", sort: {field: YEAR, up: false}){title}}',
      '{films(sort: {up: false, field: YEAR}, genre: "a", first: 1){title}}',
    ],
    [
      'fragments stand elsewhere',
      'fragment F on Film{title} {films{...F}}',
      '{films{...F}} fragment F on Film{title}',
    ],
  ] as const)('when %s', ([, one, other]) => {
    expect(key(one)).toBe(key(other));
  });

  test('when what is not used differs', () => {
    const lone = 'query A {films{title}}';
    expect(key(`${lone} query B {genres{name}}`, {}, 'A')).toBe(key(lone, {}, 'A'));
  });

  test('when undeclared variables, or the order of the values, differ', () => {
    const source = 'query ($first: Int, $sort: Sort) {films(first: $first, sort: $sort){title}}';
    const one = key(source, { first: 1, sort: { field: 'YEAR', up: true }, junk: 1 });
    expect(key(source, { sort: { up: true, field: 'YEAR' }, first: 1 })).toBe(one);
  });
});

describe('two requests have different keys', () => {
  test.for([
    ['fields are asked in another order', '{films{title live}}', '{films{live title}}'],
    ['an alias differs', '{films{title}}', '{films{name: title}}'],
    ['an argument differs', '{films(first: 1){title}}', '{films(first: 2){title}}'],
    ['the name of the operation differs', 'query A{films{title}}', 'query B{films{title}}'],
  ] as const)('when %s', ([, one, other]) => {
    expect(key(one)).not.toBe(key(other));
  });

  test('when a variable is named like something that every object has', () => {
    const source = 'query ($constructor: Int = 2) {films(first: $constructor){title}}';
    expect(key(source, {})).not.toBe(key(source, { constructor: null }));
  });

  test('when a value differs, and null differs from absent', () => {
    const source = 'query ($first: Int) {films(first: $first){title}}';
    const keys = [{}, { first: null }, { first: 1 }, { first: '1' }].map((variables) =>
      key(source, variables),
    );
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a deploy', () => {
  const films = '{films{title}}';
  const genres = '{genres{name}}';
  const keyIn = (plan: ReturnType<typeof planning>, source: string) =>
    planOf(source, undefined, plan).key({});

  test.for([
    ['the life of a field', sdl.replace('maxAge: 100', 'maxAge: 99')],
    ['a default of an input field', sdl.replace('up: Boolean = true', 'up: Boolean = false')],
    ['the type of a field', sdl.replace('title: String', 'title: String!')],
  ] as const)('that changes %s forgets the answers that hold it, and no others', ([, changed]) => {
    const after = planning(changed);
    expect(keyIn(after, films)).not.toBe(key(films));
    expect(keyIn(after, genres)).toBe(key(genres));
  });

  test('that adds a field forgets nothing', () => {
    const after = planning(sdl.replace('title: String', 'title: String subtitle: String'));
    expect(keyIn(after, films)).toBe(key(films));
  });

  test('that changes the code of a domain forgets its answers', () => {
    expect(
      keyIn(
        planning(sdl, () => 'v2'),
        films,
      ),
    ).not.toBe(key(films));
  });
});

describe('an answer', () => {
  const policyOf = (source: string) => planOf(source).policy;

  test('lives as long as the shortest hint in it', () => {
    expect(policyOf('{films{title}}').maxAgeMs).toBe(100_000);
    expect(policyOf('{films{title live}}').maxAgeMs).toBe(10_000);
    expect(policyOf('{films{genres{name}}}').maxAgeMs).toBe(60_000);
    expect(policyOf('{films{...F}} fragment F on Film{genres{name}}').maxAgeMs).toBe(60_000);
  });

  test('takes the life of the field above where it says so', () => {
    expect(policyOf('{films{shelf{name}}}').maxAgeMs).toBe(100_000);
  });

  test('heeds the members of a union of which it can show something, whichever will be there', () => {
    expect(policyOf('{anything{... on Film{title}}}').maxAgeMs).toBe(300_000);
    expect(policyOf('{anything{... on Film{title} ... on Genre{name}}}').maxAgeMs).toBe(60_000);
  });

  test("heeds the hints of a type's own fields behind an interface", () => {
    expect(policyOf('{vault{secret}}')).toMatchObject({ maxAgeMs: 5_000, isPrivate: true });
    expect(policyOf('{thing{secret}}')).toMatchObject({ maxAgeMs: 5_000, isPrivate: true });
  });

  test('inherits an age, and never the right to be shown to others', () => {
    expect(policyOf('{vault{own{name}}}')).toMatchObject({ maxAgeMs: 400_000, isPrivate: true });
  });

  test('is not kept where a hint is 0, where a root field has none, and where nothing is read', () => {
    expect(policyOf('{films{title} never}').refused).toBe('Query.never has maxAge 0');
    expect(policyOf('{__schema{types{name}}}').refused).toBe('Query.__schema has no maxAge');
    expect(policyOf('{__typename}').refused).toBe('it asks for nothing that is read');
  });

  test('is private where a hint says so', () => {
    expect(policyOf('{mine{title}}').isPrivate).toBe(true);
    expect(policyOf('{films{title}}').isPrivate).toBe(false);
  });
});

test('mutations, and operations that do not exist, are no questions', () => {
  const plan = planning();
  const document: DocumentNode = parse('mutation M {go} query Q {films{title}}');
  expect(plan(document, 'M').kind).toBe('mutation');
  expect(plan(document, 'X').kind).toBe('other');
  expect(plan(document, null).kind).toBe('other');
});
