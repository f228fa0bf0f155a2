import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCacheEvents, type CacheEvent } from '../../../src/cache/events.ts';
import {
  createCacheStatistics,
  createTallies,
  hitRateOf,
  hitsOf,
  missesOf,
  totalOf,
} from '../../../src/cache/statistics.ts';

const start = (maxOperations = 200) => {
  const events = createCacheEvents();
  return { events, statistics: createCacheStatistics({ events, maxOperations }) };
};

const hit = (operation: string, type = 'Movie'): CacheEvent => ({
  type: 'hit',
  subject: 'answer',
  tier: 'memory',
  stale: false,
  about: { type, operation },
});
const miss = (operation: string): CacheEvent => ({
  type: 'miss',
  subject: 'answer',
  reason: 'absent',
  about: { type: 'Movie', operation },
});

test('whatever names clients choose, there are no more than the bound, and every look-up is in some tally', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'c')), fc.boolean()), {
        maxLength: 300,
      }),
      fc.integer({ min: 1, max: 8 }),
      (asked, maxOperations) => {
        const { events, statistics } = start(maxOperations);
        for (const [name, isHit] of asked) events.emit(isHit ? hit(name) : miss(name));
        const { answersByOperation, answersByType } = statistics.report();
        expect(answersByOperation.size).toBeLessThanOrEqual(maxOperations + 1);
        const total = totalOf(answersByOperation.values());
        const hits = asked.filter(([, isHit]) => isHit).length;
        expect([hitsOf(total), missesOf(total)]).toEqual([hits, asked.length - hits]);
        expect(hitsOf(totalOf(answersByType.values()))).toBe(hits);
      },
    ),
  );
});

test('a flood of names does not drive out those that are asked all the time', () => {
  const { events, statistics } = start(10);
  for (let round = 0; round < 1_000; round += 1) {
    for (const name of ['Home', 'Search', 'Film']) events.emit(hit(name));
    events.emit(miss(`Junk${round}`));
  }
  const { answersByOperation } = statistics.report();
  for (const name of ['Home', 'Search', 'Film'])
    expect(answersByOperation.get(name)?.hits.memory).toBe(1_000);
  const other = answersByOperation.get('other');
  expect(other && missesOf(other)).toBe(1_000 - 7);
});

test('a name that nobody would look for is other, and none is unnamed', () => {
  const tallies = createTallies(5);
  tallies.of('x'.repeat(10_000)).joined += 1;
  tallies.of('x'.repeat(10_000)).hits.memory += 1;
  for (const nameless of [undefined, null, 7, '']) tallies.of(nameless).hits.remote += 1;
  expect([...tallies.all()].map(([name, { hits }]) => [name, hits.memory, hits.remote])).toEqual([
    ['unnamed', 0, 4],
    ['other', 1, 0],
  ]);
});

describe('the hit rate', () => {
  test('is hits among look-ups; what went past the cache looked nothing up', () => {
    const { events, statistics } = start();
    for (const event of [hit('A'), hit('A'), hit('A'), miss('A')]) events.emit(event);
    events.emit({ type: 'bypassed', subject: 'answer', reason: 'drawn', about: { operation: 'A' } });
    const tally = statistics.report().answersByOperation.get('A');
    expect(tally && hitRateOf(tally)).toBe(0.75);
  });

  test('is unknown before the first', () => {
    expect(hitRateOf(totalOf([]))).toBeUndefined();
  });
});

test('every event is counted where it belongs', () => {
  const { events, statistics } = start();
  const about = { type: 'Movie', operation: 'A' };
  const entity = { entity: 'movies', id: '1', attribute: 'all' };
  for (const event of [
    { type: 'hit', subject: 'answer', tier: 'remote', stale: true, about },
    { type: 'hit', subject: 'entity', tier: 'memory', stale: false, about: entity },
    { type: 'miss', subject: 'entity', reason: 'invalidated', about: entity },
    { type: 'joined', where: 'instances', about },
    { type: 'stored', subject: 'answer', bytes: 70, about },
    { type: 'not-stored', subject: 'answer', reason: 'too-large', about },
    { type: 'refresh', reason: 'early' },
    { type: 'refresh-failed', error: new Error('no') },
    { type: 'evicted', reason: 'space', bytes: 500 },
    { type: 'invalidated', position: 2, tags: 12 },
    { type: 'skipped', position: 9, records: 7 },
    { type: 'cleared', position: 10 },
    { type: 'store-failed', store: 'redis', error: new Error('no') },
    { type: 'store-unavailable', store: 'redis', node: 'a', reason: 'slow' },
  ] satisfies CacheEvent[])
    events.emit(event);
  const report = statistics.report();
  expect(report).toMatchObject({
    evicted: { space: 1, expired: 0 },
    evictedBytes: 500,
    refreshes: { early: 1, expired: 0 },
    refreshFailures: 1,
    invalidations: 1,
    invalidatedTags: 12,
    skips: 1,
    clears: 1,
    storesDown: 1,
  });
  const expected = { hits: { memory: 0, remote: 1, stale: 1 }, joined: 1, stored: 1, storedBytes: 70 };
  expect(report.answersByType.get('Movie')).toMatchObject(expected);
  expect(report.answersByOperation.get('A')).toMatchObject({ ...expected, notStored: { 'too-large': 1 } });
  expect(report.entities.get('movies')).toMatchObject({ hits: { memory: 1 }, misses: { invalidated: 1 } });
  events.emit({ type: 'store-available', store: 'redis', node: 'a' });
  expect(statistics.report().storesDown).toBe(0);
});
