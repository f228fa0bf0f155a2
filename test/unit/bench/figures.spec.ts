import { describe, expect, it } from 'vitest';
import { median, percentile, spreadOf } from '../../../bench/figures/statistics.ts';

describe('figures of several rounds', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('takes percentiles by nearest rank, of values in any order', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('sorts by value, not by the text of a number', () => {
    expect(percentile([10, 9, 100], 1)).toBe(100);
    expect(median([10, 9, 100])).toBe(10);
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('says of nothing that it is no number', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('keeps the rounds in their order', () => {
    const rounds = [3, 1, 2];
    expect(spreadOf(rounds)).toEqual({ median: 2, min: 1, max: 3, rounds: [3, 1, 2] });
    expect(rounds).toEqual([3, 1, 2]);
  });
});
