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
