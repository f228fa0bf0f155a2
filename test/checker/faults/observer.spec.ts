import { expect, test } from 'vitest';
import { Observer } from './observer.ts';

/** Reads every ten milliseconds from one time to another, of which so many come from the cache. */
const reads = (observer: Observer, from: number, to: number, hitRate: number): void => {
  for (let at = from, number = 0; at < to; at += 10, number += 1) {
    observer.read(at, 1, undefined, number % 10 < hitRate * 10);
  }
};

test('the cache is back at the beginning of the first second in which hits are nearly as many as before', () => {
  const observer = new Observer();
  reads(observer, 0, 2000, 0.9);
  const watch = observer.watch(2000);
  expect(watch.hitRateBefore).toBeCloseTo(0.9);
  reads(observer, 2000, 5000, 0);
  reads(observer, 5000, 8000, 0.8);
  expect(observer.fullSince(2500, 5000, watch.hitRateBefore)).toBeUndefined();
  expect(observer.fullSince(2500, 5500, watch.hitRateBefore)).toBeUndefined();
  expect(observer.fullSince(2500, 6000, watch.hitRateBefore)).toBe(5000);
  expect(observer.outMs(2000, 8000)).toBe(3000);
});

test('what was before the mending does not count as being back', () => {
  const observer = new Observer();
  reads(observer, 0, 4000, 0.9);
  expect(observer.fullSince(3500, 4000, 0.9)).toBeUndefined();
  expect(observer.fullSince(3000, 4000, 0.9)).toBe(3000);
});

test('a watch tells how requests were answered while it lasts', () => {
  const observer = new Observer();
  observer.read(0, 99, undefined, false);
  const watch = observer.watch(1);
  for (let ms = 1; ms <= 100; ms += 1) observer.read(ms, ms, undefined, true);
  observer.read(101, 3000, 'UNAVAILABLE', false);
  observer.write(40, undefined);
  observer.write(2500, 'UNAVAILABLE');
  watch.end();
  observer.write(1, undefined);
  expect(watch.report()).toEqual({
    reads: { answered: 100, errors: { UNAVAILABLE: 1 }, p50: 51, p99: 100, most: 3000, late: 1 },
    writes: { answered: 1, errors: { UNAVAILABLE: 1 }, p50: 40, p99: 40, most: 2500, late: 1 },
  });
});
