import { makeExecutableSchema } from '@graphql-tools/schema';
import * as fc from 'fast-check';
import { execute, type ExecutionResult, GraphQLError, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createPlannedExecute } from '../../../src/graphql/execution/use-planned-execution.ts';

const typeDefs = `
  interface Named { name: String }
  type Film implements Named {
    name: String  title: String!  votes: Int  tags: [String!]  marks: [Int]!
    next: Film  sequel: Film!  cast: [Named!]!  crew: [Named]  found: Found
  }
  type Person implements Named { name: String  age: Int!  film: Film }
  union Found = Film | Person
  type Query { film: Film  sure: Film!  films(first: Int = 2, mark: String): [Film!]  found: [Found]! }
  type Mutation { add(name: String): Film  addSure: Film!  addMore: Film }
`;

/** What a resolver does, drawn for each call by its place. */
type Behaviour = 'value' | 'null' | 'throw' | 'error value' | 'wrong kind';
interface Turn {
  readonly behaviour: Behaviour;
  readonly isAsync: boolean;
}

const turns = (isAsync: fc.Arbitrary<boolean>, faults: number): fc.Arbitrary<Turn> =>
  fc.record({
    behaviour: fc.oneof(
      { weight: 100 - 4 * faults, arbitrary: fc.constant<Behaviour>('value') },
      ...(['null', 'throw', 'error value', 'wrong kind'] as const).map((behaviour) => ({
        weight: faults,
        arbitrary: fc.constant<Behaviour>(behaviour),
      })),
    ),
    isAsync,
  });

const value = (type: string): unknown => {
  if (type.startsWith('[')) {
    const item = type.slice(1, type.lastIndexOf(']'));
    return [value(item), value(item)];
  }
  switch (type.replace('!', '')) {
    case 'String':
      return 'text';
    case 'Int':
      return 7;
    case 'Named':
    case 'Found':
      return { __typename: 'Person' };
    default:
      return { __typename: type.replace('!', '') };
  }
};

const settle = ({ behaviour, isAsync }: Turn, place: string, type: string): unknown => {
  const now = (): unknown => {
    switch (behaviour) {
      case 'value':
        return value(type);
      case 'null':
        return null;
      case 'throw':
        throw new Error(`thrown at ${place}`);
      case 'error value':
        return new Error(`returned at ${place}`);
      case 'wrong kind':
        return type.startsWith('[') ? 'no list' : type.startsWith('Int') ? {} : value(type);
    }
  };
  return isAsync ? Promise.resolve().then(now) : now();
};

const pathOf = (path: { prev: unknown; key: string | number }): string =>
  `${path.prev ? `${pathOf(path.prev as typeof path)}.` : ''}${path.key}`;

/** Every field resolves as the turn that its place picks says. */
const schemaWith = (turnOf: (place: string) => Turn) =>
  makeExecutableSchema({
    typeDefs,
    resolvers: Object.fromEntries(
      Object.entries({
        Film: 'name title votes tags marks next sequel cast crew found',
        Person: 'name age film',
        Query: 'film sure films found',
        Mutation: 'add addSure addMore',
      }).map(([type, fields]) => [
        type,
        Object.fromEntries(
          fields.split(' ').map((field) => [
            field,
            (
              _source: unknown,
              _given: unknown,
              _context: unknown,
              info: { path: never; returnType: unknown },
            ) => {
              const place = pathOf(info.path);
              return settle(turnOf(place), place, String(info.returnType));
            },
          ]),
        ),
      ]),
    ),
  });

const leaves = ['name', 'title', 'votes', 'tags', 'marks', '__typename', 'label: title'];
const film = (depth: number): fc.Arbitrary<string> =>
  fc
    .uniqueArray(
      depth === 0
        ? fc.constantFrom(...leaves)
        : fc.oneof(
            fc.constantFrom(...leaves),
            film(depth - 1).map((below) => `next { ${below} }`),
            film(depth - 1).map((below) => `sequel { ${below} }`),
            film(depth - 1).map((below) => `... on Film @include(if: $yes) { other: next { ${below} } }`),
            film(depth - 1).map((below) => `... @skip(if: $yes) { hidden: next { ${below} } }`),
            film(depth - 1).map((below) => `found { ... on Film { ${below} } ... on Person { age name } }`),
            fc.constant('cast { name __typename ... on Person { age } }'),
            fc.constant('crew { name ...Someone }'),
          ),
      { minLength: 1, maxLength: 5, selector: (text) => text.split(' ').slice(0, 2).join(' ') },
    )
    .map((fields) => fields.join(' '));

const someone = 'fragment Someone on Person { age }';
const operations = fc
  .tuple(fc.constantFrom('query', 'mutation'), film(3), film(2))
  .map(([kind, first, second]) =>
    kind === 'query'
      ? `query ($yes: Boolean!, $first: Int) { film { ${first} } films(first: $first) { ${second} } sure { ${second} }
          found { __typename ... on Film { ${second} } } }`
      : `mutation ($yes: Boolean!) { add(name: "a") { ${first} } addSure { ${second} } addMore { ${second} } }`,
  )
  .map((text) => (text.includes('...Someone') ? `${text} ${someone}` : text));

const runBoth = async (
  text: string,
  variableValues: Record<string, unknown>,
  turnOf: (place: string) => Turn,
) => {
  const schema = schemaWith(turnOf);
  const document = parse(text);
  // Fragments that merge to a conflict are for validation to refuse.
  fc.pre(validate(schema, document).length === 0);
  const planned = createPlannedExecute(schema, () => {
    throw new Error('Expected the operation to be planned.');
  });
  const args = { schema, document, variableValues, contextValue: {} };
  const [expected, actual, again] = await Promise.all([
    execute(args),
    planned(args) as Promise<ExecutionResult>,
    planned(args) as Promise<ExecutionResult>,
  ]);
  expect(JSON.stringify(again.data)).toBe(JSON.stringify(actual.data));
  return { expected, actual };
};

const told = ({ errors = [] }: ExecutionResult) =>
  errors.map((error) => JSON.stringify(error.toJSON())).toSorted();
const pick = (places: readonly Turn[]) => (place: string) => {
  let sum = 7;
  for (const character of place) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return places[sum % places.length] as Turn;
};
const variables = fc.record({ yes: fc.boolean(), first: fc.constantFrom(1, 2, null) });

describe('a planned execution answers as graphql-js does', () => {
  test('where everything is there at once: data, their order and errors are the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        operations,
        variables,
        fc.array(turns(fc.constant(false), 5), { minLength: 20, maxLength: 40 }),
        async (text, values, places) => {
          const { expected, actual } = await runBoth(text, values, pick(places));
          expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
          expect(told(actual)).toEqual(told(expected));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('where some of it takes time: data and their order are the same, and none of many errors is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(
        operations,
        variables,
        // graphql-js itself forgets a rejection when something beside it fails at once: what fails here takes time.
        fc.array(
          turns(fc.boolean(), 3).map((turn) => ({
            ...turn,
            isAsync: turn.isAsync || turn.behaviour !== 'value',
          })),
          { minLength: 20, maxLength: 40 },
        ),
        async (text, values, places) => {
          const { expected, actual } = await runBoth(text, values, pick(places));
          expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
          // Of several failures below one null, whichever came first is told.
          expect(told(actual).length > 0).toBe(told(expected).length > 0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

const films = makeExecutableSchema({
  typeDefs: `
    type Query { films: [Film!]!  secret: Film!  method(by: Int!): Int  iterable: [Int]  hello(name: String = "you"): String }
    type Film { title: String  self: Film  late: Film! }
    type Mutation { first: Int!  second: Int }
    type Subscription { ticks: Int }
  `,
});
const otherwise = () => ({ data: { by: 'another' } });
const start = (
  text: string,
  rootValue: unknown = {},
  variableValues: Record<string, unknown> = {},
  operationName?: string,
): unknown =>
  createPlannedExecute(
    films,
    otherwise,
  )({ schema: films, document: parse(text), rootValue, variableValues, operationName });
const run = async (...given: Parameters<typeof start>) => (await start(...given)) as ExecutionResult;

describe('a planned execution', () => {
  test('answers at once when nothing is awaited', () => {
    expect(start('{ films { title } }', { films: [{ title: 'Up' }] })).toEqual({
      data: { films: [{ title: 'Up' }] },
    });
  });

  test('keeps the order of the fields whichever is there first', async () => {
    const late = new Promise((resolve) => setImmediate(() => resolve({ title: 'late' })));
    const result = await run('{ films { late { title } title } }', { films: [{ title: 'Up', late }] });
    expect(JSON.stringify(result)).toBe('{"data":{"films":[{"late":{"title":"late"},"title":"Up"}]}}');
  });

  test('calls methods of objects with arguments, and reads a getter once', () => {
    let reads = 0;
    const root = {
      method: ({ by }: { by: number }) => by * 2,
      get iterable() {
        reads += 1;
        return new Set([1, 2]);
      },
      hello: ({ name }: { name: string }) => `Hello ${name}`,
    };
    expect(start('query ($n: Int!) { method(by: $n) iterable hello }', root, { n: 4 })).toEqual({
      data: { method: 8, iterable: [1, 2], hello: 'Hello you' },
    });
    expect(reads).toBe(1);
  });

  test('takes __proto__ for an alias like any other', async () => {
    const { data } = await run('{ films { __proto__: title } }', { films: [{ title: 'Up' }] });
    expect(JSON.stringify(data)).toBe('{"films":[{"__proto__":"Up"}]}');
  });

  test('says where an error is, in the document and in the answer', async () => {
    const result = await run('{ films { late { title } } }', {
      films: [{ late: Promise.reject(new Error('lost')) }],
    });
    expect(result.data).toBeNull();
    expect(result.errors?.map((error) => error.toJSON())).toEqual([
      { message: 'lost', path: ['films', 0, 'late'], locations: [{ line: 1, column: 11 }] },
    ]);
    expect(result.errors?.[0]).toBeInstanceOf(GraphQLError);
  });

  test('runs the fields of a mutation in turn, and stops at what makes all of it null', async () => {
    const calls: string[] = [];
    const root = {
      first: async () => {
        calls.push('first begins');
        await new Promise((resolve) => setImmediate(resolve));
        calls.push('first ends');
        return 1;
      },
      second: () => calls.push('second'),
    };
    await run('mutation { first second }', root);
    expect(calls).toEqual(['first begins', 'first ends', 'second']);
    const failed = { ...root, first: () => Promise.reject(new Error('no')) };
    calls.length = 0;
    expect((await run('mutation { first second }', failed)).data).toBeNull();
    expect(calls).toEqual([]);
  });

  test.for([
    ['a subscription', 'subscription { ticks }', undefined],
    ['@defer', '{ films { ... @defer { title } } }', undefined],
    ['@stream', '{ films @stream { title } }', undefined],
    [
      'an operation that cannot be told',
      'query A { secret { title } } query B { secret { title } }',
      undefined,
    ],
    ['an operation that is not there', 'query A { secret { title } }', 'B'],
    ['variables that do not fit', 'query ($n: Int!) { method(by: $n) }', undefined],
  ] as const)('leaves %s to another executor', ([, text, name]) => {
    expect(start(text, {}, { n: 'four' }, name)).toEqual({ data: { by: 'another' } });
  });
});
