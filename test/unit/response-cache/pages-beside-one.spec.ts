import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { usedDefinitions } from '../../../src/graphql/response-cache/normalised-operation.ts';
import { neighbouringPages, pageWalkOf } from '../../../src/graphql/response-cache/page-walk.ts';

const schema = buildSchema(`
  type Query {
    films(genre: String, first: Int, after: String, last: Int, before: String): Films!
    film: Film
    all: [Film!]!
  }
  type Film { title: String similar(first: Int, after: String, last: Int, before: String): Films! }
  type Films { nodes: [Film!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`);

const walkOf = (source: string) => {
  const used = usedDefinitions(parse(source), undefined);
  return used && pageWalkOf(schema, used);
};
const beside = (source: string, data: unknown, variables?: Record<string, unknown>) => {
  const walk = walkOf(source);
  return walk ? neighbouringPages(walk, data, variables) : [];
};
const next = (...given: Parameters<typeof beside>) => beside(...given)[0];
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
    ['reads backwards only', 'query ($a: String) { films(after: $a, last: 2) { pageInfo { endCursor } } }'],
    ['asks for no start', 'query ($b: String) { films(last: 2, before: $b) { pageInfo { endCursor } } }'],
    ['has no size to go back by', 'query ($b: String) { films(before: $b) { pageInfo { startCursor } } }'],
    [
      'begins at a fixed place',
      'query ($a: String) { films(after: $a, before: "c9") { pageInfo { endCursor } } }',
    ],
    [
      'has its lists within lists',
      'query ($a: String) { all { similar(after: $a) { pageInfo { endCursor } } } }',
    ],
  ] as const)('is not known of an operation that %s', ([, source]) => {
    expect(walkOf(source)).toBeUndefined();
  });
});

describe('the page before', () => {
  const bothWays = `query ($n: Int, $a: String, $l: Int, $b: String) {
    films(first: $n, after: $a, last: $l, before: $b) {
      pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }`;
  const info = (startCursor: string, endCursor: string, more = {}) => ({
    films: { pageInfo: { startCursor, endCursor, hasNextPage: true, hasPreviousPage: true, ...more } },
  });

  test('is as many before the start of this one', () => {
    expect(beside(bothWays, info('c3', 'c4'), { n: 2, a: 'c2' })).toEqual([
      { n: 2, a: 'c4' },
      { l: 2, b: 'c3' },
    ]);
  });

  test('is the next one to who reads backwards, and the one after it as many after the end', () => {
    expect(beside(bothWays, info('c3', 'c4'), { l: 2, b: 'c5' })).toEqual([
      { l: 2, b: 'c3' },
      { n: 2, a: 'c4' },
    ]);
  });

  test('has nulls where the client sends nulls', () => {
    expect(beside(bothWays, info('c3', 'c4'), { n: 2, a: 'c2', l: null, b: null, other: 1 })).toEqual([
      { n: 2, a: 'c4', l: null, b: null, other: 1 },
      { n: null, a: null, l: 2, b: 'c3', other: 1 },
    ]);
    expect(beside(bothWays, info('c3', 'c4'), { n: null, a: null, l: 2, b: 'c5' })).toEqual([
      { n: null, a: null, l: 2, b: 'c3' },
      { n: 2, a: 'c4', l: null, b: null },
    ]);
  });

  test('has null for a size that has a default', () => {
    const withDefault = bothWays.replace('$n: Int', '$n: Int = 2');
    expect(beside(withDefault, info('c3', 'c4'), { a: 'c2' })).toEqual([
      { a: 'c4' },
      { n: null, l: 2, b: 'c3' },
    ]);
  });

  test('is not there before the first page, after the last one, and where the answer says that there is none', () => {
    expect(beside(bothWays, info('c1', 'c2'), { n: 2 })).toEqual([{ n: 2, a: 'c2' }]);
    expect(beside(bothWays, info('c8', 'c9'), { l: 2 })).toEqual([{ l: 2, b: 'c8' }]);
    expect(beside(bothWays, info('c3', 'c4', { hasPreviousPage: false }), { n: 2, a: 'c2' })).toEqual([
      { n: 2, a: 'c4' },
    ]);
    expect(beside(bothWays, info('c3', 'c4', { hasNextPage: false }), { n: 2, a: 'c2' })).toEqual([
      { l: 2, b: 'c3' },
    ]);
  });

  test('is not known where there are no variables to turn around with', () => {
    const fixed = bothWays.replace('first: $n', 'first: 2').replace('$n: Int, ', '');
    expect(beside(fixed, info('c3', 'c4'), { a: 'c2' })).toEqual([{ a: 'c4' }]);
    expect(beside(bothWays, info('c3', 'c4'), { a: 'c2' })).toEqual([{ a: 'c4' }]);
  });

  test('is found by an operation that goes backwards only', () => {
    const back =
      'query ($b: String) { films(last: 2, before: $b) { pageInfo { startCursor hasPreviousPage } } }';
    expect(beside(back, info('c3', 'c4'))).toEqual([{ b: 'c3' }]);
    expect(beside(back, info('c3', 'c4', { hasPreviousPage: false }), { b: 'c5' })).toEqual([]);
  });

  test('is none of what lies between two places, or is refused', () => {
    expect(beside(bothWays, info('c3', 'c4'), { n: 2, a: 'c2', b: 'c9' })).toEqual([]);
    expect(beside(bothWays, info('c3', 'c4'), { n: 2, l: 2 })).toEqual([]);
  });
});
