import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/cache/entry.ts';
import { createCacheEvents } from '../../../src/cache/events.ts';
import { createMemoryStore, entryBytes } from '../../../src/cache/stores/memory-store.ts';
import { fakeClock, START_MS } from './response-rig.ts';

const entryOf = (bodyBytes: number, change: Partial<Entry> = {}): Entry => ({
  body: new Uint8Array(bodyBytes),
  tags: [],
  asOf: 1,
  computedAtMs: START_MS,
  ttlMs: 60_000,
  costMs: 0,
  audience: 'everyone',
  meta: {},
  ...change,
});
const SIZE = entryBytes('a', entryOf(1000));
const MORE = entryBytes('a', entryOf(2000)) - SIZE;
const startStore = (maxBytes: number) => {
  const clock = fakeClock();
  const events = createCacheEvents();
  return { clock, events, store: createMemoryStore({ maxBytes, clock, events }) };
};
const there = (store: { peek(key: string): Entry | undefined }, keys: string): string =>
  keys
    .split('')
    .filter((key) => store.peek(key))
    .join('');

describe('the memory store', () => {
  test('lets the least recently used leave when there is no room', () => {
    const { store, events } = startStore(3 * SIZE);
    for (const key of 'abc') store.put(key, entryOf(1000));
    store.peek('a');
    store.put('d', entryOf(1000));
    expect(there(store, 'abcd')).toBe('acd');
    expect(events.counts()).toEqual({ 'evicted:space': 1 });
  });

  test('counts tags, key and meta besides the body', () => {
    const bare = entryBytes('k', entryOf(10));
    expect(entryBytes('k', entryOf(10, { tags: ['db.films:1'] }))).toBeGreaterThanOrEqual(bare + 10);
    expect(entryBytes('k'.repeat(101), entryOf(10))).toBeGreaterThanOrEqual(bare + 100);
    expect(entryBytes('k', entryOf(10, { meta: { name: 'x'.repeat(100) } }))).toBeGreaterThanOrEqual(
      bare + 100,
    );
    expect(bare).toBeGreaterThan(10);
  });

  test('knows its bytes through replacing, deleting, expiring and clearing', async () => {
    const { store, clock } = startStore(10 * SIZE);
    for (const key of 'abcd') store.put(key, entryOf(1000));
    store.put('a', entryOf(2000, { asOf: 2 }));
    expect([store.size, store.bytes]).toEqual([4, 4 * SIZE + MORE]);
    await store.delete(['b', 'x']);
    expect([store.size, store.bytes]).toEqual([3, 3 * SIZE + MORE]);
    clock.advance(120_000);
    expect(there(store, 'abcd')).toBe('');
    expect([store.size, store.bytes]).toEqual([0, 0]);
    store.put('e', entryOf(1000, { computedAtMs: clock() }));
    store.clear();
    expect([store.size, store.bytes, there(store, 'e')]).toEqual([0, 0, '']);
  });

  test('does not empty itself for an entry larger than all of it', () => {
    const { store } = startStore(2 * SIZE);
    store.put('a', entryOf(1000));
    store.put('b', entryOf(10_000));
    expect(there(store, 'ab')).toBe('a');
  });

  test('keeps no more memory alive than it counts', () => {
    const { store } = startStore(10 * SIZE);
    const chunk = new Uint8Array(65_536).fill(7);
    store.put('a', entryOf(0, { body: chunk.subarray(100, 200) }));
    const body = store.peek('a')?.body;
    expect([body?.buffer.byteLength, body?.[0]]).toEqual([100, 7]);
  });

  test('keeps its order through any mixture of uses', () => {
    const { store } = startStore(4 * SIZE);
    let uses: string[] = [];
    const use = (key: string) => {
      uses = [...uses.filter((other) => other !== key), key].slice(-4);
    };
    for (let step = 0; step < 500; step += 1) {
      const key = 'abcdefgh'.charAt((step * 7 + (step >> 2) * 3) % 8);
      if (step % 3) {
        if (store.peek(key)) use(key);
      } else {
        store.put(key, entryOf(1000, { asOf: step }));
        use(key);
      }
      expect(store.size).toBe(uses.length);
    }
    expect(there(store, 'abcdefgh')).toBe(uses.toSorted().join(''));
  });

  test('says what it expected of its options', () => {
    expect(() => createMemoryStore({ maxBytes: 0 })).toThrow('maxBytes: expected more than 0 but got 0');
  });
});
