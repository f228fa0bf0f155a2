import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../bench/figures/statistics.ts';
import { fastestPeer, goals, meets, ratiosOf } from '../../../bench/figures/ratios.ts';
import { orderOfRound } from '../../../bench/workloads/throughput.ts';

const rate = (requestsPerSecond: number) => ({
  requestsPerSecond: spreadOf([requestsPerSecond]),
  cpuMicrosPerRequest: spreadOf([1_000_000 / requestsPerSecond]),
  serverBusy: spreadOf([1]),
  loadBusy: spreadOf([0.5]),
  othersBusy: spreadOf([0]),
});

const page = {
  raw: rate(1_000),
  'marquee-memory': rate(900),
  'marquee-redis': rate(750),
  mercurius: rate(200),
  'apollo-memory': rate(300),
  'yoga-cache-memory': rate(100),
};

describe('the ratios of a run', () => {
  it('holds ours against the limit and the fastest of the others', () => {
    expect(fastestPeer(page)).toBe('apollo-memory');
    expect(ratiosOf({ page })).toMatchObject({
      pageHitToRaw: 0.9,
      pageHitRedisToRaw: 0.75,
      pageHitToFastestPeer: 3,
      pageHitToYogaCache: 9,
    });
  });

  it('says nothing of what was not measured', () => {
    const { pageHitToRaw, ...others } = ratiosOf({ page: { raw: rate(1_000) } });
    expect(pageHitToRaw).toBeUndefined();
    expect(Object.values(others).every((value) => value === undefined)).toBe(true);
  });

  it('holds all that is promised', () => {
    const promised = [
      'pageHitToRaw',
      'filmHitToRaw',
      'pageHitRedisToRaw',
      'pageHitToFastestPeer',
      'filmHitToFastestPeer',
      'conditionalGetToRaw',
      'p99ToRaw',
      'missToFastestPeer',
      'missToUncached',
      'hitRateToOracle',
      'mongoCommandsToUncached',
    ];
    expect(Object.keys(goals)).toEqual(expect.arrayContaining(promised));
  });

  it('knows which way a goal points', () => {
    expect(meets(goals.pageHitToRaw, 0.8)).toBe(true);
    expect(meets(goals.pageHitToRaw, 0.79)).toBe(false);
    expect(meets(goals.p99ToRaw, 1.6)).toBe(false);
  });
});

describe('the order of a round', () => {
  it('lets everybody begin, and follow different ones', () => {
    const orders = [0, 1, 2, 3].map((round) => orderOfRound(['a', 'b', 'c'], round).join(''));
    expect(orders).toEqual(['abc', 'acb', 'cab', 'cba']);
  });
});
