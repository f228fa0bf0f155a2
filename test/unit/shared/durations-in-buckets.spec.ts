import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHistogram, DURATION_BOUNDS, merged, quantile } from '../../../src/shared/histogram.ts';

const seconds = fc.double({ min: 0, max: 20, noNaN: true });

const filled = (values: readonly number[]) => {
  const histogram = createHistogram();
  for (const value of values) histogram.observe(value);
  return histogram.snapshot();
};

test('each duration is in the one bucket whose bounds enclose it, its upper one included', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(seconds, fc.constantFrom(...DURATION_BOUNDS))), (values) => {
      const { counts, count, sum } = filled(values);
      const expected = [...DURATION_BOUNDS, Infinity].map(
        (upper, at) =>
          values.filter((value) => value <= upper && (at === 0 || value > (DURATION_BOUNDS[at - 1] ?? 0)))
            .length,
      );
      expect(counts).toEqual(expected);
      expect(count).toBe(values.length);
      expect(sum).toBeCloseTo(
        values.reduce((total, value) => total + value, 0),
        6,
      );
    }),
  );
});

test('histograms add up', () => {
  fc.assert(
    fc.property(fc.array(seconds), fc.array(seconds), (one, other) => {
      const both = merged([filled(one), filled(other)]);
      expect(both.counts).toEqual(filled([...one, ...other]).counts);
      expect(both.count).toBe(one.length + other.length);
    }),
  );
});

describe('a quantile', () => {
  test('lies in the bucket of the value that it stands for', () => {
    fc.assert(
      fc.property(
        fc.array(seconds, { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, share) => {
          const found = quantile(filled(values), share) ?? Number.NaN;
          const truth = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;
          const at = DURATION_BOUNDS.findIndex((upper) => truth <= upper);
          const upper = DURATION_BOUNDS[at] ?? 10;
          const lower = at === -1 ? 10 : (DURATION_BOUNDS[at - 1] ?? 0);
          expect(found).toBeGreaterThanOrEqual(lower);
          expect(found).toBeLessThanOrEqual(upper);
        },
      ),
    );
  });

  test('of nothing is unknown', () => {
    expect(quantile(filled([]), 0.5)).toBeUndefined();
  });
});
