import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience, Entry } from '../../../src/cache/entry.ts';
import { decodeEntry, encodeEntry } from '../../../src/cache/stores/entry-codec.ts';
import { slotOfKey } from '../../../src/cache/stores/key-slots.ts';

const natural = fc.maxSafeNat();
const entries: fc.Arbitrary<Entry> = fc.record({
  body: fc.uint8Array({ maxLength: 3000 }),
  tags: fc.array(fc.string({ unit: 'grapheme' })),
  asOf: natural,
  computedAtMs: natural,
  ttlMs: fc.double({ min: 0, noNaN: true }),
  costMs: fc.double({ min: 0, noNaN: true }),
  audience: fc.oneof(
    fc.constantFrom<Audience>('everyone', 'anonymous'),
    fc.record({ viewerId: fc.string({ unit: 'grapheme' }) }),
  ),
  meta: fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    fc.string({ unit: 'grapheme' }),
  ),
});
const plain = (entry: Entry | undefined) =>
  entry && { ...entry, body: [...entry.body], meta: { ...entry.meta } };
const limits = { maxBodyBytes: 1_000_000 };

test('what was encoded is decoded, compressed or not', async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.constantFrom(0, Infinity), async (entry, compressFromBytes) => {
      const bytes = await encodeEntry(entry, { compressFromBytes });
      expect(plain(decodeEntry(bytes, limits))).toEqual(plain(entry));
    }),
  );
});

test('a change of any byte, or an end too early, makes a miss', async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(), fc.integer({ min: 1, max: 255 }), async (entry, at, change) => {
      const bytes = await encodeEntry(entry, { compressFromBytes: 500 });
      const place = at % bytes.byteLength;
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ change;
      expect(decodeEntry(changed, limits)).toBeUndefined();
      expect(decodeEntry(bytes.subarray(0, place), limits)).toBeUndefined();
    }),
  );
});

test('bytes of any kind never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeEntry(Buffer.from([0x31, ...bytes]), limits)).toBeUndefined();
    }),
  );
});

const small: Entry = {
  body: Buffer.alloc(10_000),
  tags: [],
  asOf: 42,
  computedAtMs: 1_700_000_000_000,
  ttlMs: 1,
  costMs: 1,
  audience: 'everyone',
  meta: {},
};

test('a body over the limit is not decoded, however small it was made', async () => {
  const bytes = await encodeEntry(small, { compressFromBytes: 0 });
  expect(decodeEntry(bytes, { maxBodyBytes: 9_999 })).toBeUndefined();
  expect(decodeEntry(bytes, { maxBodyBytes: 10_000 })).toBeDefined();
});

test('version, asOf and time of computing stand as text where the script in Redis looks for them', async () => {
  const bytes = await encodeEntry(small, { compressFromBytes: 0 });
  expect(bytes.toString('latin1', 0, 34)).toBe('1z00000000000000420001700000000000');
});

test('a position that is no natural number is refused', async () => {
  await expect(encodeEntry({ ...small, asOf: 1.5 }, { compressFromBytes: 0 })).rejects.toThrow(
    'asOf: expected a natural number but got 1.5',
  );
});

test.for([
  ['123456789', 0x31c3 % 16_384],
  ['{user1000}.following', slotOfKey('user1000')],
  ['foo{}{bar}', slotOfKey('foo{}{bar}')],
  ['foo{{bar}}zap', slotOfKey('{bar')],
  ['foo{bar}{zap}', slotOfKey('bar')],
] as const)('the slot of %s is that of the specification', ([key, slot]) => {
  expect(slotOfKey(key)).toBe(slot);
});
