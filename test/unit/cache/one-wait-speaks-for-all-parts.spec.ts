import { expect, test } from 'vitest';
import { createCacheEvents } from '../../../src/cache/events.ts';
import { createRedisGuard, createRedisPatience } from '../../../src/cache/stores/redis-guard.ts';

const hangs = () => new Promise<never>(() => undefined);
const answers = async () => 'answer';

test('who waited in vain spares the other parts of the process the wait; each asks again in the background', async () => {
  let nowMs = 0;
  const patience = createRedisPatience(() => nowMs);
  const events = createCacheEvents();
  const first = createRedisGuard({ store: 'one', budgetMs: 5, probeEveryMs: 5, patience, events });
  const second = createRedisGuard({ store: 'other', budgetMs: 60_000, probeEveryMs: 5, patience, events });

  expect(await second.run('node', answers, answers)).toBe('answer');
  expect(await first.run('node', hangs, hangs)).toBeUndefined();
  // Of a minute, not a moment: it would not come back in the time of a test.
  expect(await second.run('node', answers, hangs)).toBeUndefined();

  nowMs = 250;
  await expect.poll(() => second.run('node', answers, answers)).toBe('answer');
  expect(events.counts()).toMatchObject({
    'store-unavailable:one': 1,
    'store-unavailable:other': 1,
    'store-available:other': 1,
  });
  first.close();
  second.close();
});
