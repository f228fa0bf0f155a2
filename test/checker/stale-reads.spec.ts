import { expect, test } from 'vitest';
import type { Violation } from './judge.ts';
import type { StaleRead } from './reader.ts';
import { StaleReads } from './stale-reads.ts';

const found = (...kinds: readonly Violation['kind'][]): StaleRead => ({
  operation: { name: kinds.join(), request: '', objects: 1, judge: () => [] },
  instance: 'A1',
  began: 10,
  ended: 11,
  text: '',
  cache: {},
  violations: kinds.map((kind) => ({ kind, found: '', expected: '', subjects: [] })),
});

const collect = (isPromised: boolean) => {
  const excused: StaleRead[] = [];
  const reads = new StaleReads({
    promisesCounts: () => isPromised,
    onNotPromised: (read) => void excused.push(read),
    describe: ({ operation }) => operation.name,
  });
  return { reads, excused };
};

test('a wrong live count is a violation where it is promised, once it is known that it is', () => {
  const { reads, excused } = collect(true);
  reads.add(found('live count'));
  expect(reads.count).toBe(0);
  reads.decideAll();
  expect([reads.count, reads.described, excused.length]).toEqual([1, ['live count'], 0]);
});

test('a wrong live count is counted apart where it is not promised', () => {
  const { reads, excused } = collect(false);
  reads.add(found('live count'));
  reads.decideAll();
  reads.decideAll();
  expect([reads.count, excused.length]).toEqual([0, 1]);
});

test('nothing else is ever excused', () => {
  const { reads, excused } = collect(false);
  reads.add(found('superseded'));
  reads.add(found('live count', 'count'));
  expect([reads.count, excused.length]).toEqual([2, 0]);
  expect(Object.fromEntries(reads.byKind)).toEqual({ superseded: 1, 'live count': 1, count: 1 });
});

test('a wrong live count is counted apart where the answer says that it lacks some, and nothing else is', () => {
  const { reads, excused } = collect(true);
  const own = { hit: false, reasons: ['not kept: not all that was counted could be read'] };
  const cache = { hit: true, live: { shared: { hit: true }, own } };
  reads.add({ ...found('live count'), cache });
  reads.decideAll();
  expect([reads.count, excused.length]).toEqual([0, 1]);
  reads.add({ ...found('live count', 'superseded'), cache });
  expect([reads.count, excused.length]).toEqual([1, 1]);
});
