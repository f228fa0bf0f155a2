import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPacing, type Telling } from '../../../src/live/pacing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const everyMs = 1_000;
const steps = fc.array(
  fc.record({ topic: fc.constantFrom('a', 'b'), waitMs: fc.integer({ min: 0, max: 1_500 }) }),
  { maxLength: 40 },
);

test('at most once in the time, the first at once, and the last always', () => {
  fc.assert(
    fc.property(steps, (drawn) => {
      const told: { readonly topic: string; readonly step: number; readonly atMs: number }[] = [];
      const pacing = createPacing(({ topic, payload }: Telling) => {
        told.push({ topic, step: Number(payload['step']), atMs: Date.now() });
      });
      const offered: { readonly topic: string; readonly step: number; readonly atMs: number }[] = [];
      for (const [step, { topic, waitMs }] of drawn.entries()) {
        vi.advanceTimersByTime(waitMs);
        offered.push({ topic, step, atMs: Date.now() });
        pacing.offer({ topic, payload: { step }, atMostEveryMs: everyMs });
      }
      vi.advanceTimersByTime(10 * everyMs);
      for (const topic of ['a', 'b']) {
        const of = told.filter((one) => one.topic === topic);
        const given = offered.filter((one) => one.topic === topic);
        expect(of[0]).toEqual(given[0]);
        expect(of.at(-1)?.step).toBe(given.at(-1)?.step);
        const pauses = of.slice(1).map(({ atMs }, index) => atMs - (of[index]?.atMs ?? 0));
        expect(pauses.filter((pause) => pause < everyMs)).toEqual([]);
      }
      expect(vi.getTimerCount()).toBe(0);
    }),
  );
});

test('what is held back is told when all ends', () => {
  const told: unknown[] = [];
  const pacing = createPacing(({ payload }) => told.push(payload['step']));
  for (const step of [1, 2, 3]) pacing.offer({ topic: 'a', payload: { step }, atMostEveryMs: everyMs });
  pacing.close();
  pacing.offer({ topic: 'a', payload: { step: 4 }, atMostEveryMs: everyMs });
  expect(told).toEqual([1, 3, 4]);
});

test('what is told each time is told each time', () => {
  const told: unknown[] = [];
  const pacing = createPacing(({ payload }) => told.push(payload['step']));
  for (const step of [1, 2, 3]) pacing.offer({ topic: 'a', payload: { step }, atMostEveryMs: 0 });
  expect(told).toEqual([1, 2, 3]);
});
