import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRange, type RangeAsked } from '../../../src/http/objects/byte-ranges.ts';

/** The bytes that an answer would hold; `undefined`: 416. */
const slice = (bytes: readonly number[], asked: RangeAsked): readonly number[] | undefined => {
  if (asked === 'none') return undefined;
  return asked === 'whole' ? bytes : bytes.slice(asked.first, asked.last + 1);
};

const bytesOf = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at);
const place = fc.oneof(fc.nat(40), fc.maxSafeNat());

test('from one place to another, or to the end, are those bytes', () => {
  fc.assert(
    fc.property(fc.nat(30), place, fc.option(place), (size, first, last) => {
      fc.pre(last === null || last >= first);
      const bytes = bytesOf(size);
      const expected = bytes.filter((_, at) => at >= first && at <= (last ?? Infinity));
      const asked = readRange(`bytes=${first}-${last ?? ''}`, size);
      expect(slice(bytes, asked)).toEqual(expected.length === 0 ? undefined : expected);
    }),
  );
});

test('a suffix is the last bytes', () => {
  fc.assert(
    fc.property(fc.nat(30), place, (size, length) => {
      const bytes = bytesOf(size);
      const expected = length === 0 ? undefined : bytes.slice(Math.max(0, size - length));
      expect(slice(bytes, readRange(`bytes=-${length}`, size))).toEqual(expected);
    }),
  );
});

test('whatever is asked, the places are within the file', () => {
  const part = fc.stringMatching(/^[0-9]{0,20}-?[0-9]{0,20}$/);
  const header = fc.oneof(
    fc.string(),
    fc.array(part).map((parts) => `bytes=${parts.join(', ')}`),
  );
  fc.assert(
    fc.property(fc.nat(30), header, (size, text) => {
      const asked = readRange(text, size);
      if (asked === 'whole' || asked === 'none') return;
      expect(asked.first).toBeGreaterThanOrEqual(0);
      expect(asked.last).toBeGreaterThanOrEqual(asked.first);
      expect(asked.last).toBeLessThan(size);
    }),
  );
});

describe('of ten bytes', () => {
  const whole = 'whole';
  test.for([
    [undefined, whole],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=9-', { first: 9, last: 9 }],
    ['BYTES=2-3', { first: 2, last: 3 }],
    ['bytes= 2-3 ', { first: 2, last: 3 }],
    ['bytes=,2-3,', { first: 2, last: 3 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    [`bytes=${'9'.repeat(400)}-`, 'none'],
    [`bytes=0-${'9'.repeat(400)}`, { first: 0, last: 9 }],
    // As a server may take them.
    ['bytes=0-1,3-4', whole],
    ['bytes=5-2', whole],
    ['bytes=-', whole],
    ['bytes=', whole],
    ['bytes', whole],
    ['bytes=a-b', whole],
    ['bytes=1.5-2', whole],
    ['bytes=+1-2', whole],
    ['lines=0-1', whole],
  ] as const)('%s asks for %j', ([header, asked]) => {
    expect(readRange(header, 10)).toEqual(asked);
  });
});
