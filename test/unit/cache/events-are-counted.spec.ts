import { expect, test } from 'vitest';
import { createCacheEvents, type CacheEvent } from '../../../src/cache/events.ts';
import { quiet } from '../../testkit/quiet-log.ts';

test('each event is counted under its name and reason, and handed on at once', () => {
  const events = createCacheEvents();
  const heard: CacheEvent[] = [];
  const stop = events.on((event) => void heard.push(event));
  const hit: CacheEvent = { type: 'hit', subject: 'answer', tier: 'memory', stale: false };
  events.emit(hit);
  expect(heard).toEqual([hit]);
  stop();
  events.emit(hit);
  events.emit({ type: 'bypassed', subject: 'entity', reason: 'no-proof' });
  expect(heard).toHaveLength(1);
  expect(events.counts()).toEqual({ 'hit:answer:memory': 2, 'bypassed:entity:no-proof': 1 });
});

test('a listener that throws harms neither the cache nor the other listeners', () => {
  const errors: string[] = [];
  const events = createCacheEvents({ ...quiet, error: (_, message) => void errors.push(message) });
  let heard = 0;
  events.on(() => {
    throw new Error('no');
  });
  events.on(() => (heard += 1));
  events.emit({ type: 'joined', where: 'process' });
  expect([heard, errors]).toEqual([1, ['A listener to cache events failed.']]);
});
