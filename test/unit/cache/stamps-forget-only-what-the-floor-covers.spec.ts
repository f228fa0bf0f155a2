import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStampTable } from '../../../src/cache/stamps.ts';

describe('a stamp table', () => {
  test('holds an entry current until a tag of it is stamped above its position', () => {
    const table = createStampTable();
    table.apply({ position: 5, tags: ['a', 'b'] });
    expect(table.isCurrent(['a'], 4)).toBe(false);
    expect(table.isCurrent(['c', 'b'], 4)).toBe(false);
    expect(table.isCurrent(['a', 'b'], 5)).toBe(true);
    expect(table.isCurrent(['c'], 1)).toBe(true);
    expect(table.isCurrent([], 0)).toBe(true);
  });

  test('knows an entry as of the floor, and none older', () => {
    const table = createStampTable();
    table.apply({ position: 3, tags: ['a'] });
    table.apply({ position: 4, tags: ['b'] });
    table.raiseFloor(3);
    expect(table.isCurrent(['a'], 3)).toBe(true);
    expect(table.isCurrent(['a'], 2)).toBe(false);
    expect(table.isCurrent(['never stamped'], 2)).toBe(false);
    expect(table.isCurrent(['b'], 3)).toBe(false);
    expect(table.size).toBe(1);
  });

  test('raises the floor to the position of what it forgets', () => {
    const table = createStampTable({ capacity: 2 });
    table.apply({ position: 1, tags: ['a'] });
    table.apply({ position: 2, tags: ['b'] });
    expect(table.floor).toBe(0);
    table.apply({ position: 3, tags: ['c'] });
    expect([table.floor, table.size]).toEqual([1, 2]);
    expect(table.isCurrent(['a'], 0)).toBe(false);
    expect(table.isCurrent(['a'], 1)).toBe(true);
  });

  test('forgets by last stamp, not by first', () => {
    const table = createStampTable({ capacity: 2 });
    table.apply({ position: 1, tags: ['a'] });
    table.apply({ position: 2, tags: ['b'] });
    table.apply({ position: 3, tags: ['a'] });
    table.apply({ position: 4, tags: ['c'] });
    expect(table.floor).toBe(2);
    expect(table.isCurrent(['a'], 2)).toBe(false);
  });

  test('lowers no floor', () => {
    const table = createStampTable();
    table.raiseFloor(7);
    table.raiseFloor(6);
    expect(table.floor).toBe(7);
  });

  test('a record larger than the table leaves an empty table with the floor at it', () => {
    const table = createStampTable({ capacity: 2 });
    table.apply({ position: 1, tags: ['a', 'b', 'c'] });
    expect([table.floor, table.size]).toEqual([1, 0]);
  });

  test.each([0, -1, 1.5, Number.NaN])('cannot have a capacity of %s', (capacity) => {
    expect(() => createStampTable({ capacity })).toThrow(
      `capacity: expected a positive integer but got ${capacity}`,
    );
  });

  test('agrees with a table that forgets nothing, above the floor, and refuses below it', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ stamp: fc.uniqueArray(tag, { maxLength: 6 }) }) },
      { weight: 1, arbitrary: fc.record({ skip: fc.integer({ min: 1, max: 5 }) }) },
      { weight: 1, arbitrary: fc.record({ floorBack: fc.integer({ min: 0, max: 9 }) }) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 60 }), (capacity, steps) => {
        const table = createStampTable({ capacity });
        const history: { position: number; tags: string[] }[] = [];
        const raised: number[] = [0];
        let position = 0;
        for (const action of steps) {
          if ('stamp' in action) {
            position += 1;
            history.push({ position, tags: action.stamp });
            table.apply({ position, tags: action.stamp });
          } else if ('skip' in action) {
            position += action.skip;
            raised.push(position);
            table.raiseFloor(position);
          } else {
            raised.push(position - action.floorBack);
            table.raiseFloor(position - action.floorBack);
          }
          expect(table.size).toBeLessThanOrEqual(capacity);
          expect(table.floor).toBe(naiveFloor(history, capacity, raised));
          for (const asked of ['a', 'b', 'c', 'd', 'e', 'f']) {
            for (let asOf = 0; asOf <= position; asOf += 1) {
              const isStampedLater = history.some(
                (record) => record.position > asOf && record.tags.includes(asked),
              );
              expect(table.isCurrent([asked], asOf)).toBe(asOf >= table.floor && !isStampedLater);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The lowest floor above which no more tags than `capacity` have their last stamp, at every moment so far. */
const naiveFloor = (
  history: readonly { position: number; tags: readonly string[] }[],
  capacity: number,
  raised: readonly number[],
): number => {
  let floor = 0;
  for (let count = 0; count <= history.length; count += 1) {
    const last = new Map<string, number>();
    for (const { position, tags } of history.slice(0, count)) for (const tag of tags) last.set(tag, position);
    const positions = [...last.values()].toSorted((a, b) => b - a);
    floor = Math.max(floor, positions[capacity] ?? 0);
  }
  return Math.max(floor, ...raised);
};
