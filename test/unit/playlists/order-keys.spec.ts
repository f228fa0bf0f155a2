import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arranged,
  longestKey,
  type Keyed,
  type Place,
} from '../../../src/modules/playlists/services/arrangement.ts';
import { keyBetween, spreadKeys } from '../../../src/modules/playlists/services/order-keys.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const key = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...digits.split('')), minLength: 4, maxLength: 4 }),
    fc.string({ unit: fc.constantFrom('0', '1', 'V', 'z'), maxLength: 5 }),
  )
  .map(([whole, fraction]) => whole + fraction.replace(/0+$/, ''))
  .filter((text) => text !== '0000');
/** Ends that lie close, too. */
const near = fc.constantFrom(
  '0001',
  '0000V',
  '00001',
  'V000',
  'V0001',
  'V001',
  'UzzzV',
  'zzzz',
  'zzzzz',
  'zzzzV',
);
const end = fc.oneof(key, near);

test('between any two keys there is a key, below and above all of them too', () => {
  fc.assert(
    fc.property(fc.option(end), fc.option(end), (one, other) => {
      const [below, above] = one !== null && other !== null && one > other ? [other, one] : [one, other];
      if (below !== null && below === above) return;
      const between = keyBetween(below, above);
      expect(below === null || between > below).toBe(true);
      expect(above === null || between < above).toBe(true);
      // It is a key itself: there is room on both sides of it.
      expect(keyBetween(below, between) < between).toBe(true);
      expect(keyBetween(between, above) > between).toBe(true);
      expect(between).toMatch(/^[0-9A-Za-z]{4}([0-9A-Za-z]*[1-9A-Za-z])?$/);
    }),
    { numRuns: 3_000 },
  );
});

test.for([
  ['', null],
  ['abc', null],
  ['0000', null],
  [null, '0000'],
  ['V0000', null],
  ['V00!', null],
  ['V001', 'V000'],
  ['V000', 'V000'],
] as const)('what is no key, or has nothing between, is refused: %s', ([below, above]) => {
  expect(() => keyBetween(below, above)).toThrow(RangeError);
});

test('a list that grows at its ends has short keys for ever', () => {
  let [first, last] = [keyBetween(null, null), keyBetween(null, null)];
  for (let time = 0; time < 5_000; time += 1) {
    first = keyBetween(null, first);
    last = keyBetween(last, null);
  }
  expect([first.length, last.length]).toEqual([4, 4]);
});

test('spread keys are in order, and have room everywhere', () => {
  for (const count of [1, 2, 1_001]) {
    const all = spreadKeys(count);
    expect(all.toSorted()).toEqual(all);
    expect(new Set(all).size).toBe(count);
    expect(keyBetween(null, all[0] ?? null)).toHaveLength(4);
  }
});

interface Step {
  readonly item: number;
  readonly kind: Place['kind'];
  readonly at: number;
}

/** A list as a reader sees it: sorted by the keys. */
const inOrder = (list: readonly Keyed[]): Keyed[] =>
  list.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

const put = (list: readonly Keyed[], _id: string, place: Place): readonly Keyed[] | undefined => {
  const arrangement = arranged(list, _id, place);
  if (!arrangement || arrangement.kind === 'same') return arrangement && list;
  if (arrangement.kind === 'spread') return arrangement.keys;
  return inOrder([...list.filter((item) => item._id !== _id), { _id, key: arrangement.key }]);
};

/** The same with a plain array. */
const putIn = (ids: readonly string[], id: string, place: Place): readonly string[] | undefined => {
  const others = ids.filter((one) => one !== id);
  if (place.kind === 'end') return [...others, id];
  if (place.kind === 'position') return others.toSpliced(place.position, 0, id);
  if (place._id === id) return ids.includes(id) ? ids : undefined;
  const at = others.indexOf(place._id);
  if (at === -1) return undefined;
  return others.toSpliced(place.kind === 'before' ? at : at + 1, 0, id);
};

test('whatever is put where, keys give the order that a plain list has, and stay short', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    item: fc.nat(11),
    kind: fc.constantFrom('end', 'position', 'before', 'after'),
    at: fc.nat(12),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let list: readonly Keyed[] = [];
      let ids: readonly string[] = [];
      for (const { item, kind, at } of steps) {
        const place: Place =
          kind === 'end' ? { kind } : kind === 'position' ? { kind, position: at } : { kind, _id: `v${at}` };
        const next = put(list, `v${item}`, place);
        const expected = putIn(ids, `v${item}`, place);
        expect(next?.map(({ _id }) => _id)).toEqual(expected);
        list = next ?? list;
        ids = expected ?? ids;
        expect(new Set(list.map((one) => one.key)).size).toBe(list.length);
        expect(Math.max(0, ...list.map((one) => one.key.length))).toBeLessThanOrEqual(longestKey);
      }
    }),
    { numRuns: 200 },
  );
});

test('one place that all is put at costs new keys for all once in hundreds of times', () => {
  let list = inOrder(spreadKeys(3).map((one, index) => ({ _id: `v${index}`, key: one })));
  let spreads = 0;
  let longest = 0;
  // The two behind the first change places for ever.
  for (let time = 0; time < 2_000; time += 1) {
    const last = list[2]?._id ?? '';
    const arrangement = arranged(list, last, { kind: 'after', _id: 'v0' });
    if (arrangement?.kind === 'spread') spreads += 1;
    list = [...(put(list, last, { kind: 'after', _id: 'v0' }) ?? [])];
    longest = Math.max(longest, ...list.map((one) => one.key.length));
  }
  expect(longest).toBeLessThanOrEqual(longestKey);
  expect(spreads).toBeGreaterThan(0);
  expect(spreads).toBeLessThan(10);
});
