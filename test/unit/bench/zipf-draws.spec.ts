import { describe, expect, it } from 'vitest';
import { mixSequence } from '../../../bench/workloads/mix-sequence.ts';
import { createSeededRandom, createZipf } from '../../../src/seed/seeded-random.ts';

const films = Array.from({ length: 50 }, (_, index) => ({
  id: `film-${index}`,
  title: `Film ${index}`,
  rating: null,
  votes: 100,
  directors: [],
  genres: [],
}));

describe('what the mix draws', () => {
  it('asks for the place n as often as 1/(n+1)', () => {
    const draw = createZipf(100, createSeededRandom(7));
    const counts = Array.from({ length: 100 }, () => 0);
    const draws = 200_000;
    for (let drawn = 0; drawn < draws; drawn += 1) {
      const place = draw();
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const all = Array.from({ length: 100 }, (_, place) => 1 / (place + 1)).reduce((sum, one) => sum + one);
    for (const place of [0, 1, 4, 49]) {
      const share = (counts[place] ?? 0) / draws;
      expect(share * all * (place + 1)).toBeCloseTo(1, 0.5);
    }
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    const first = mixSequence(500, 40, films, 3);
    expect(mixSequence(500, 40, films, 3)).toEqual(first);
    expect(mixSequence(500, 40, films, 4)).not.toEqual(first);
  });

  it('holds one write in twenty, and reads of every query at most', () => {
    const steps = mixSequence(20_000, 40, films, 1);
    const writes = steps.filter(({ kind }) => kind === 'write').length;
    expect(writes / steps.length).toBeCloseTo(0.05, 2);
    const asked = steps.flatMap((step) => (step.kind === 'read' ? [step.query] : []));
    expect(Math.min(...asked)).toBe(0);
    expect(Math.max(...asked)).toBe(39);
  });
});
