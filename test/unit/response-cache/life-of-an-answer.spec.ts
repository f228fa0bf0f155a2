import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readCacheHints } from '../../../src/graphql/response-cache/cache-hints.ts';
import { usedDefinitions } from '../../../src/graphql/response-cache/normalised-operation.ts';
import { lifeOf, operationPolicy } from '../../../src/graphql/response-cache/operation-policy.ts';
import { createAnswerLife } from '../../../src/shared/answer-life.ts';

const schema = buildSchema(`
  directive @cacheControl(maxAge: Int, upTo: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
  type Query {
    film: Film @cacheControl(maxAge: 100, upTo: 200)
    films: [Film] @cacheControl(maxAge: 50)
    never: Int @cacheControl(maxAge: 0, upTo: 10)
  }
  type Film @cacheControl(maxAge: 100, upTo: 150) { title: String live: Int @cacheControl(maxAge: 10) }
`);
const hints = readCacheHints(schema);

const secondsOf = (source: string, factor: number): number => {
  const used = usedDefinitions(parse(source), undefined);
  if (!used) throw new Error('expected one operation');
  return lifeOf(operationPolicy(schema, hints, used), factor) / 1000;
};

test('what costs much makes the whole operation one that is waited for', () => {
  const costly = buildSchema(`
    directive @cacheControl(maxAge: Int) on FIELD_DEFINITION | OBJECT
    directive @costly on FIELD_DEFINITION
    type Query { film: Film @cacheControl(maxAge: 100) }
    type Film { title: String sum: Int @costly }
  `);
  const isCostly = (source: string): boolean | undefined => {
    const used = usedDefinitions(parse(source), undefined);
    return used && operationPolicy(costly, readCacheHints(costly), used).isCostly;
  };
  expect(isCostly('{ film { title } }')).toBe(false);
  expect(isCostly('{ film { title sum } }')).toBe(true);
  expect(isCostly('{ film { ...F } } fragment F on Film { sum }')).toBe(true);
});

describe('live fields', () => {
  const live = buildSchema(`
    directive @cacheControl(maxAge: Int, upTo: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
    directive @live on FIELD_DEFINITION
    enum CacheControlScope { PUBLIC PRIVATE }
    type Query { film: Film @cacheControl(maxAge: 100) }
    type Film {
      title: String
      views: Int @cacheControl(maxAge: 10) @live
      mine: Mine @cacheControl(maxAge: 20, scope: PRIVATE) @live
      next: Film
    }
    type Mine @cacheControl(maxAge: 15, scope: PRIVATE) { at: Int film: Film }
  `);
  const policyOf = (source: string) => {
    const used = usedDefinitions(parse(source), undefined);
    if (!used) throw new Error('expected one operation');
    const { maxAgeMs, isPrivate, live: groups } = operationPolicy(live, readCacheHints(live), used);
    const ofGroups = [...groups].map(([group, policy]) => [group, policy.maxAgeMs / 1000, policy.isPrivate]);
    return { page: [maxAgeMs / 1000, isPrivate], groups: ofGroups };
  };

  test.for([
    ['{ film { title } }', []],
    ['{ film { views } }', [['shared', 10, false]]],
    [
      '{ film { mine { at } views } }',
      [
        ['own', 15, true],
        ['shared', 10, false],
      ],
    ],
    ['{ film { ...F } } fragment F on Film { mine { ...M } } fragment M on Mine { at }', [['own', 15, true]]],
    // Within a live field everything is filled in with it.
    ['{ film { mine { film { views } } } }', [['own', 10, true]]],
  ] as const)('%s: the page keeps its own life, and is everybody’s', ([source, groups]) => {
    expect(policyOf(source)).toEqual({ page: [100, false], groups });
  });

  test('of a fragment that is within one and outside too count for both', () => {
    const both = '{ film { mine { film { ...F } } ...F } } fragment F on Film { next { views } }';
    expect(policyOf(both).groups).toEqual([
      ['own', 10, true],
      ['shared', 10, false],
    ]);
  });
});

describe('of what may be of several types', () => {
  const several = buildSchema(`
    directive @cacheControl(maxAge: Int, upTo: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
    enum CacheControlScope { PUBLIC PRIVATE }
    interface Node { id: ID!  note: String }
    type Query { node: Node @cacheControl(maxAge: 100) }
    type Film implements Node { id: ID!  note: String  title: String }
    type Comment implements Node @cacheControl(maxAge: 10) { id: ID!  note: String  text: String }
  `);
  const severalHints = readCacheHints(several);

  test.for([
    ['{ node { id __typename } }', 100],
    ['{ node { id ... on Film { title } } }', 100],
    ['{ node { ... on Comment { text } } }', 10],
    ['{ node { ...N } } fragment N on Node { note }', 10],
    ['{ node { ...C } } fragment C on Comment { ... { text } }', 10],
  ] as const)('%s lives %d seconds: those count of which it can show something', ([source, seconds]) => {
    const used = usedDefinitions(parse(source), undefined);
    if (!used) throw new Error('expected one operation');
    expect(lifeOf(operationPolicy(several, severalHints, used), 1) / 1000).toBe(seconds);
  });
});

describe('the life of an answer', () => {
  test.for([
    ['{ film { title } }', 1, 100],
    ['{ film { title } }', 0.5, 50],
    ['{ film { title } }', 1.2, 120],
    ['{ film { title } }', 9, 150],
    ['{ films { title } }', 9, 50],
    ['{ films { title } }', 0.1, 10],
    ['{ film { title live } }', 9, 10],
    ['{ film { title live } }', 0.5, 10],
    ['{ never film { title } }', 9, 0],
  ] as const)('%s times %d is %d seconds', ([source, factor, seconds]) => {
    expect(secondsOf(source, factor)).toBe(seconds);
  });

  test('goes by the smallest factor and the earliest end', () => {
    const life = createAnswerLife();
    expect([life.factor, life.endsAtMs]).toEqual([1, Infinity]);
    life.scale(2);
    expect(life.factor).toBe(2);
    life.scale(0.5);
    life.scale(3);
    life.endsAt(20);
    life.endsAt(10);
    expect([life.factor, life.endsAtMs]).toEqual([0.5, 10]);
    expect(() => life.scale(0)).toThrow('expected a factor above 0 but got 0');
    expect(() => life.scale(Number.NaN)).toThrow(RangeError);
  });
});
