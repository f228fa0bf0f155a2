import { expect, test } from 'vitest';
import { Observer } from './observer.ts';

const request = (began: number, ended: number, error?: string) => ({ instance: 'A1', began, ended, error });

/** Reads every ten milliseconds from one time to another, of which so many come from the cache. */
const reads = (observer: Observer, from: number, to: number, hitRate: number): void => {
  for (let at = from, number = 0; at < to; at += 10, number += 1) {
    observer.read(request(at - 1, at), number % 10 < hitRate * 10);
  }
};

test('the cache is back at the beginning of the first second in which hits are nearly as many as before', () => {
  const observer = new Observer();
  reads(observer, 0, 2000, 0.9);
  const before = observer.hitRate(0, 2000);
  expect(before).toBeCloseTo(0.9);
  reads(observer, 2000, 5000, 0);
  reads(observer, 5000, 8000, 0.8);
  expect(observer.fullSince(2500, 5000, before)).toBeUndefined();
  expect(observer.fullSince(2500, 5500, before)).toBeUndefined();
  expect(observer.fullSince(2500, 6000, before)).toBe(5000);
  expect(observer.fullSince(2500, 8000, before)).toBe(5000);
  expect(observer.outMs(2000, 8000)).toBe(3000);
});

test('of the time until then, the part without hits ends where the last of them began to come', () => {
  const observer = new Observer();
  reads(observer, 0, 2000, 0.9);
  reads(observer, 2000, 4000, 0);
  reads(observer, 4000, 5000, 0.1);
  reads(observer, 5000, 6000, 0.9);
  expect(observer.outUntil(2500, 6000)).toBe(4000);
  expect(observer.outUntil(4500, 6000)).toBe(4500);
});

test('what was before the mending does not count as being back', () => {
  const observer = new Observer();
  reads(observer, 0, 4000, 0.9);
  expect(observer.fullSince(3500, 4000, 0.9)).toBeUndefined();
  expect(observer.fullSince(3000, 4000, 0.9)).toBe(3000);
});

test('a watch tells how requests were answered while it lasts', () => {
  const observer = new Observer();
  observer.read(request(0, 99), false);
  const watch = observer.watch();
  for (let ms = 1; ms <= 100; ms += 1) observer.read(request(0, ms), true);
  observer.read(request(0, 3000, 'UNAVAILABLE'), false);
  observer.write(request(0, 40));
  observer.write(request(0, 2500, 'UNAVAILABLE'));
  watch.end();
  observer.write(request(0, 1));
  expect(watch.report()).toEqual({
    reads: { answered: 100, errors: { UNAVAILABLE: 1 }, p50: 51, p99: 100, most: 3000, late: 1 },
    writes: { answered: 1, errors: { UNAVAILABLE: 1 }, p50: 40, p99: 40, most: 2500, late: 1 },
  });
  watch.forget();
  expect(watch.report().reads.answered).toBe(0);
});
