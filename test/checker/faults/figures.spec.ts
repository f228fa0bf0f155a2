import { describe, expect, test } from 'vitest';
import { missedFigures, type Calm, type Seen } from './figures.ts';

const calm: Calm = { slowestRead: 500, slowestWrite: 1000, filling: 1500, failed: 0 };

const request = (began: number, ended: number, error?: string, instance = 'A1') => ({
  instance,
  began,
  ended,
  error,
});

/** Broken from 0 to 5 s. */
const seen = (change: Partial<Seen>): Seen => ({
  breaks: ['redis'],
  answeredAgain: 5000,
  until: 15_000,
  recovery: 8000,
  reads: [request(0, 100)],
  writes: [request(0, 100)],
  ...change,
});

describe('while Redis is broken', () => {
  test('requests that are answered in time miss nothing', () => {
    const reads = [request(1000, 3500), request(6000, 6100)];
    const writes = [request(0, 6000), request(3000, 5900), request(6001, 6100)];
    expect(missedFigures(seen({ reads, writes }), calm)).toEqual([]);
  });

  test('a read may take two seconds more than the slowest took when nothing was broken', () => {
    expect(missedFigures(seen({ reads: [request(1000, 3501)] }), calm)).toEqual([
      '1 reads took longer than 2.5 s, up to 2.5 s',
    ]);
  });

  test('every read is answered', () => {
    const reads = [request(1000, 1100, 'UNAVAILABLE'), request(1000, 1100, 'lost')];
    expect(missedFigures(seen({ reads }), calm)).toEqual(['1 reads were not answered: UNAVAILABLE']);
    expect(missedFigures(seen({ reads }), { ...calm, failed: 1 })).toEqual([]);
  });

  test('writes wait for the gate once on each instance, and no longer than it closes', () => {
    const both = [request(0, 5000), request(4000, 9000), request(5001, 9000, undefined, 'B1')];
    expect(missedFigures(seen({ writes: both }), calm)).toEqual([]);
    expect(missedFigures(seen({ writes: [request(0, 5000), request(5001, 9000)] }), calm)).toEqual([
      '1 writes waited for the gate after others had waited for it on the same instance',
    ]);
    expect(missedFigures(seen({ writes: [request(0, 8501)] }), calm)).toEqual([
      '1 writes took longer than 8.5 s, up to 8.5 s',
    ]);
  });
});

describe('while Mongo is broken', () => {
  const mongo = (change: Partial<Seen>) => missedFigures(seen({ breaks: ['mongo'], ...change }), calm);

  test('nothing is asked of the API until a majority is there again', () => {
    const requests = [request(0, 4000, 'UNAVAILABLE'), request(0, 7400), request(4000, 7500, 'UNAVAILABLE')];
    expect(mongo({ reads: requests, writes: requests })).toEqual([]);
  });

  test('then all is answered in time, what waited for it included', () => {
    expect(mongo({ reads: [request(0, 7501)] })).toEqual(['1 reads took longer than 2.5 s, up to 2.5 s']);
    expect(mongo({ reads: [request(7000, 7501, 'UNAVAILABLE')] })).toEqual([
      '1 reads were not answered: UNAVAILABLE',
    ]);
    expect(mongo({ writes: [request(6000, 9001)] })).toEqual([
      '1 writes took longer than 3.0 s, up to 3.0 s',
    ]);
  });
});

test('a defect is one, whatever is broken', () => {
  const reads = [request(0, 100, 'INTERNAL_SERVER_ERROR')];
  for (const breaks of ['redis', 'mongo', 'instances'] as const) {
    expect(missedFigures(seen({ breaks: [breaks], reads }), calm)).toEqual([
      '1 requests met a defect: INTERNAL_SERVER_ERROR',
    ]);
  }
});

test('an instance that is broken owes no answers', () => {
  const reads = [request(0, 9000, 'lost'), request(0, 9000, 'UNAVAILABLE')];
  expect(missedFigures(seen({ breaks: ['instances', 'redis'], reads }), calm)).toEqual([]);
});

describe('hits are as many as before', () => {
  test('within ten seconds, and the time that the cache takes to fill', () => {
    expect(missedFigures(seen({ recovery: 11_500 }), calm)).toEqual([]);
    expect(missedFigures(seen({ recovery: 11_501 }), calm)).toHaveLength(1);
  });

  test('or it is not known, where the run ended before', () => {
    expect(missedFigures(seen({ recovery: undefined, until: 16_000 }), calm)).toEqual([]);
    expect(missedFigures(seen({ recovery: undefined, until: 17_000 }), calm)).toEqual([
      'hits were as many as before 12.0 s and more after what was broken answered again, and not within 11.5 s',
    ]);
  });
});
