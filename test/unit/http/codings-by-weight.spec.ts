import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingsAllowedBy } from '../../../src/http/graphql/negotiation.ts';

test.for([
  [undefined, ['identity']],
  ['', ['identity']],
  ['identity', ['identity']],
  ['deflate, zstd', ['identity']],
  ['gzip', ['gzip', 'identity']],
  ['GZIP', ['gzip', 'identity']],
  ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
  ['gzip;q=1, br;q=0.5', ['br', 'gzip', 'identity']],
  ['br;q=0, gzip', ['gzip', 'identity']],
  ['gzip;q=0', ['identity']],
  ['br, identity;q=0', ['br']],
  ['*', ['br', 'gzip', 'identity']],
  ['*;q=0', []],
  ['identity;q=0', []],
  ['gzip, *;q=0', ['gzip']],
  ['gzip;q=0, *', ['br', 'identity']],
  // Whoever would rather have it as it is gets it so.
  ['identity, gzip;q=0.5', ['identity', 'gzip']],
] as const)('%s allows %j', ([header, codings]) => {
  expect(codingsAllowedBy(header)).toEqual(codings);
});

test('whatever is refused by name is not among them, and each is there once', () => {
  const coding = fc.constantFrom('br', 'gzip', 'identity', 'deflate', '*');
  const weight = fc.constantFrom('', ';q=0', ';q=0.0', ';q=0.3', ';q=1');
  const ranges = fc.uniqueArray(fc.tuple(coding, weight), { selector: ([name]) => name });
  fc.assert(
    fc.property(ranges, (list) => {
      const codings = codingsAllowedBy(list.map((range) => range.join('')).join(', '));
      expect(new Set(codings).size).toBe(codings.length);
      const refused = list.filter(([, q]) => /q=0(\.0)?$/.test(q)).map(([name]) => name);
      expect(refused.filter((name) => codings.some((one) => one === name))).toEqual([]);
      const named = new Map<string, string>(list);
      for (const name of ['br', 'gzip'] as const) {
        const q = named.get(name) ?? named.get('*');
        expect(codings.includes(name)).toBe(q !== undefined && !/q=0(\.0)?$/.test(q));
      }
    }),
  );
});

test('no header makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(Array.isArray(codingsAllowedBy(header))).toBe(true);
    }),
  );
});
