import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingOf, readPage } from '../../../src/shared/paging/connection.ts';
import {
  comparePlaces,
  cursorOf,
  parseCursor,
  placeOf,
  type Order,
  type Place,
} from '../../../src/shared/paging/order.ts';

interface Item {
  readonly _id: string;
  readonly text: string;
  readonly number: number | null;
  readonly date: Date | null;
}

const finite = { noNaN: true, noDefaultInfinity: true } as const;
const items = fc.record({
  _id: fc.string({ unit: 'binary', minLength: 1 }),
  text: fc.string({ unit: 'binary' }),
  number: fc.option(fc.double(finite).map((value) => value + 0)),
  date: fc.option(fc.date({ noInvalidDate: true })),
});
/** Few values, so that many items are equal in what they are sorted by. */
const crowds = fc.uniqueArray(
  fc.record({
    _id: fc.stringMatching(/^[a-f]{2}$/),
    text: fc.constantFrom('', 'a', 'b'),
    number: fc.constantFrom(null, -1, 0, 1),
    date: fc.constantFrom(null, new Date(0), new Date(1)),
  }),
  { selector: ({ _id }) => _id, maxLength: 12 },
);
const kinds = [
  { path: 'text', kind: 'text', nullable: false },
  { path: 'number', kind: 'number', nullable: true },
  { path: 'date', kind: 'date', nullable: true },
] as const;
const orders = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(1 as const, -1 as const))
  .map(([kind, direction]): Order<Item> => ({ ...kind, direction, name: `${kind.path}:${direction}` }));

const isPlaceOf = ({ kind, nullable }: Order<Item>, { value, id }: Place): boolean => {
  const fits = kind === 'text' ? typeof value === 'string' : typeof value === 'number';
  return typeof id === 'string' && (fits || (nullable && value === null));
};

describe('a cursor', () => {
  test('leads back to the place it was made of', () => {
    fc.assert(
      fc.property(orders, items, (order, item) => {
        const parsed = parseCursor(order, 'after', cursorOf(order, item));
        expect(parsed).toEqual({ ok: true, value: placeOf(order, item) });
      }),
    );
  });

  test('is opaque and fit for an address', () => {
    fc.assert(
      fc.property(orders, items, (order, item) => {
        expect(cursorOf(order, item)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  test('of another order is refused, by its name', () => {
    fc.assert(
      fc.property(orders, orders, items, (order, other, item) => {
        fc.pre(order.name !== other.name);
        expect(parseCursor(order, 'after', cursorOf(other, item))).toMatchObject({
          ok: false,
          fault: {
            code: 'BAD_USER_INPUT',
            message: `after: expected a cursor of the order ${order.name}, but got one of ${other.name}.`,
          },
        });
      }),
    );
  });

  const opaqueJson = fc.json().map((text) => Buffer.from(text).toString('base64url'));
  const nearMisses = fc
    .tuple(
      fc.constantFrom(1, 2, '1', null),
      fc.constantFrom('number:1', 'x', null),
      fc.jsonValue(),
      fc.jsonValue(),
    )
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
  test('that is garbage never throws: it is refused, or is a place that the order can have', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      opaqueJson,
      nearMisses,
    );
    fc.assert(
      fc.property(orders, garbage, (order, cursor) => {
        const parsed = parseCursor(order, 'before', cursor);
        const refused = !parsed.ok && parsed.fault.code === 'BAD_USER_INPUT';
        expect(refused || (parsed.ok && isPlaceOf(order, parsed.value))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('places', () => {
  const places: fc.Arbitrary<Place> = fc.record({
    value: fc.oneof(fc.constant(null), fc.constantFrom(-1, 0, 1)),
    id: fc.constantFrom('a', 'b', 'c'),
  });
  const directions = fc.constantFrom({ direction: 1 as const }, { direction: -1 as const });

  test('are in a total order: of two, one comes first unless they are the same', () => {
    fc.assert(
      fc.property(directions, places, places, (order, a, b) => {
        const same = a.value === b.value && a.id === b.id;
        expect(comparePlaces(order, a, b) === 0).toBe(same);
        expect(Math.sign(comparePlaces(order, a, b)) + Math.sign(comparePlaces(order, b, a)) === 0).toBe(
          true,
        );
      }),
    );
  });

  test('are in an order that never goes round in a circle', () => {
    fc.assert(
      fc.property(directions, places, places, places, (order, a, b, c) => {
        fc.pre(comparePlaces(order, a, b) <= 0 && comparePlaces(order, b, c) <= 0);
        expect(comparePlaces(order, a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('without a value come first going up, and last going down', () => {
    fc.assert(
      fc.property(fc.double(finite), fc.string(), fc.string(), (value, id, other) => {
        const [nothing, something] = [
          { value: null, id },
          { value, id: other },
        ];
        expect(comparePlaces({ direction: 1 }, nothing, something)).toBeLessThan(0);
        expect(comparePlaces({ direction: -1 }, nothing, something)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a list in memory', () => {
  test('gives the same items by pages of any size, in both directions, as at once', async () => {
    await fc.assert(
      fc.asyncProperty(orders, crowds, fc.integer({ min: 1, max: 5 }), async (order, crowd, limit) => {
        const listing = listingOf(order, crowd);
        const whole = await listing.slice({ backward: false, limit: 100 });
        expect(whole.map(({ _id }) => _id).toSorted()).toEqual(crowd.map(({ _id }) => _id).toSorted());
        for (const backward of [false, true]) {
          const seen: Item[] = [];
          let place: Place | undefined;
          for (;;) {
            const [after, before] = backward ? [undefined, place] : [place, undefined];
            const { nodes, pageInfo } = await readPage(listing, order, { limit, backward, after, before });
            if (backward) seen.unshift(...nodes);
            else seen.push(...nodes);
            const end = backward ? nodes[0] : nodes.at(-1);
            const more = await (backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage);
            if (!more || !end) break;
            place = placeOf(order, end);
          }
          expect(seen).toEqual(whole);
        }
      }),
    );
  });
});
