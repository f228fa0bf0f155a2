import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paramsOfAddress, paramsOfBody } from '../../../src/http/graphql/request-params.ts';

const bodyOf = (text: string) => paramsOfBody(Buffer.from(text));

describe('a body', () => {
  test('that is an object is one operation, whatever is in it', () => {
    expect(bodyOf(' {"query":"{ a }","x":1} ')).toEqual({ kind: 'single', params: { query: '{ a }', x: 1 } });
    expect(bodyOf('{}')).toEqual({ kind: 'single', params: {} });
  });

  test('that is a list of objects is a batch', () => {
    expect(bodyOf('[]')).toEqual({ kind: 'batch', list: [] });
    expect(bodyOf('[{"query":"{ a }"}]')).toEqual({ kind: 'batch', list: [{ query: '{ a }' }] });
  });

  test.for([
    '',
    ' ',
    '{',
    'nonsense',
    '/graphql?query={a}',
    '{"query":"{ a }"}{}',
    '\uFEFF{}',
    'NaN',
    "{'a':1}",
  ])('that is no JSON, such as %j, is at fault', (text) => {
    expect(bodyOf(text)).toEqual({ kind: 'faulty', message: 'POST body sent invalid JSON.' });
  });

  test.for(['null', '1', '"text"', 'true', '[null]', '[{}, null]', '[1]', '["{ a }"]'])(
    'that is %s is at fault',
    (text) => {
      expect(bodyOf(text).kind).toBe('faulty');
    },
  );

  test('may be nested a hundred thousand times', () => {
    expect(bodyOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).kind).toBe('batch');
  });

  test('of any bytes is read or at fault, but never throws', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        expect(['single', 'batch', 'faulty']).toContain(paramsOfBody(Buffer.from(body)).kind);
      }),
    );
  });
});

describe('an address', () => {
  test('has the four parameters, escaped, and any others that are none of ours', () => {
    const query = 'query A($s: String) { a(s: $s) } # é + & =';
    const text = `utm=1&query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{"s":"é😀"}')}&operationName=A&extensions={"a":[1]}`;
    expect(paramsOfAddress(text)).toEqual({
      kind: 'single',
      params: { query, operationName: 'A', variables: { s: 'é😀' }, extensions: { a: [1] } },
    });
    expect(paramsOfAddress('query=a+b')).toMatchObject({ params: { query: 'a b' } });
  });

  test.for(['', 'query=', '&&', 'Query={a}', 'query'])(
    'without a query, such as "%s", asks nothing',
    (text) => {
      expect(paramsOfAddress(text)).toMatchObject({ kind: 'single', params: { query: undefined } });
    },
  );

  test.for(['variables={', 'query={a}&extensions=%', 'variables=%7B%00%7D'])(
    'with %s is at fault',
    (text) => {
      expect(paramsOfAddress(text)).toEqual({
        kind: 'faulty',
        message: 'Expected variables and extensions to be JSON.',
      });
    },
  );

  test('of any characters is read or at fault, but never throws', () => {
    const piece = fc.constantFrom(
      'query=',
      'variables=',
      '{',
      '}',
      '%',
      '%7',
      '%FF',
      '&',
      '=',
      '[',
      'null',
      '"',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (address) => {
        expect(['single', 'faulty']).toContain(paramsOfAddress(address).kind);
      }),
    );
  });
});
