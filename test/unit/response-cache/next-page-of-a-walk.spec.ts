import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { usedDefinitions } from '../../../src/graphql/response-cache/normalised-operation.ts';
import { nextPageVariables, pageWalkOf } from '../../../src/graphql/response-cache/page-walk.ts';

const schema = buildSchema(`
  type Query {
    films(genre: String, first: Int, after: String, last: Int, before: String): Films!
    film: Film
    all: [Film!]!
  }
  type Film { title: String similar(first: Int, after: String): Films! }
  type Films { nodes: [Film!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`);

const walkOf = (source: string) => {
  const used = usedDefinitions(parse(source), undefined);
  return used && pageWalkOf(schema, used);
};
const next = (source: string, data: unknown, variables?: Record<string, unknown>) => {
  const walk = walkOf(source);
  return walk && nextPageVariables(walk, data, variables);
};
const page = (endCursor: string | null, hasNextPage = true) => ({ pageInfo: { endCursor, hasNextPage } });

describe('the next page of a list', () => {
  const plain =
    'query ($a: String) { films(first: 2, after: $a) { nodes { title } pageInfo { endCursor hasNextPage } } }';

  test('is asked for by the same variables, after the end of this one', () => {
    expect(next(plain, { films: page('c2') })).toEqual({ a: 'c2' });
    expect(next(plain, { films: page('c4') }, { a: 'c2', other: 1 })).toEqual({ a: 'c4', other: 1 });
  });

  test('is found through aliases, fragments and objects', () => {
    const source = `query ($a: String) { f: film { ...Similar } }
      fragment Similar on Film { s: similar(after: $a) { ... on Films { p: pageInfo { e: endCursor h: hasNextPage } } } }`;
    expect(next(source, { f: { s: { p: { e: 'c2', h: true } } } }, { a: null })).toEqual({ a: 'c2' });
    expect(next(source, { f: null })).toBeUndefined();
  });

  test('is not asked for at the end, and where the cursor does not move', () => {
    expect(next(plain, { films: page('c2', false) })).toBeUndefined();
    expect(next(plain, { films: page(null) })).toBeUndefined();
    expect(next(plain, { films: page('c2') }, { a: 'c2' })).toBeUndefined();
  });

  test('is tried where the operation does not ask whether there is one', () => {
    const source = 'query ($a: String) { films(after: $a) { pageInfo { endCursor } } }';
    expect(next(source, { films: { pageInfo: { endCursor: 'c2' } } })).toEqual({ a: 'c2' });
  });

  test('is not there when the client reads backwards', () => {
    const both = `query ($a: String, $b: String, $n: Int) {
      films(after: $a, before: $b, last: $n) { pageInfo { endCursor } }
    }`;
    const data = { films: page('c2') };
    expect(next(both, data, { b: null })).toEqual({ a: 'c2', b: null });
    expect(next(both, data, { b: 'c9' })).toBeUndefined();
    expect(next(both, data, { n: 2 })).toBeUndefined();
  });

  test.for([
    ['is paged by no variable', '{ films(after: "c2") { pageInfo { endCursor } } }'],
    ['asks for no end', 'query ($a: String) { films(after: $a) { nodes { title } } }'],
    ['reads backwards', 'query ($a: String) { films(after: $a, last: 2) { pageInfo { endCursor } } }'],
    [
      'has its lists within lists',
      'query ($a: String) { all { similar(after: $a) { pageInfo { endCursor } } } }',
    ],
  ] as const)('is not known of an operation that %s', ([, source]) => {
    expect(walkOf(source)).toBeUndefined();
  });
});
