import { expect, test } from 'vitest';
import { History } from '../history.ts';
import { FollowPromise, lateness } from './follow-promise.ts';

const { calmMs, lossMs } = lateness;

const begin = () => {
  let now = 0;
  return {
    promise: new FollowPromise(() => now),
    clock: () => (now += 0.001),
    at: (time: number): void => {
      now = time;
    },
  };
};

test('a write is due when its time is over, and not before', () => {
  const { promise, at } = begin();
  at(100 + calmMs - 1);
  expect(promise.isDue(100)).toBe(false);
  at(100 + calmMs);
  expect(promise.isDue(100)).toBe(true);
  expect(promise.isDue(101)).toBe(false);
});

test('while something is broken nothing is due', () => {
  const { promise, at } = begin();
  promise.disturbed();
  at(1_000_000);
  expect(promise.isDue(0)).toBe(false);
});

test('after the mending there is time for another instance to take over, also for what was written before', () => {
  const { promise, at } = begin();
  const mended = promise.disturbed();
  at(1000);
  mended();
  at(1000 + lossMs + calmMs - 1);
  expect(promise.isDue(0)).toBe(false);
  expect(promise.isDue(900)).toBe(false);
  at(1000 + lossMs + calmMs);
  expect(promise.isDue(0)).toBe(true);
});

test('of several things that broke the last one counts', () => {
  const { promise, at } = begin();
  const mended = promise.disturbed();
  mended();
  at(lossMs);
  promise.lost();
  at(lossMs + calmMs + 1);
  expect(promise.isDue(0)).toBe(false);
  at(lossMs + lossMs + calmMs);
  expect(promise.isDue(0)).toBe(true);
});

test('what is over long ago does not delay what is written now', () => {
  const { promise, at } = begin();
  promise.lost();
  at(1_000_000);
  expect(promise.isDue(1_000_000 - calmMs)).toBe(true);
});

test('until it is due, an answer may show what was before, and afterwards it is a violation', () => {
  const { promise, clock, at } = begin();
  const history = new History<string>('before', clock, () => 0);
  const life = { name: 'past the API', goneAt: undefined, unsettled: 0 };
  const version = history.issue({ value: 'after', fenced: true, mayApply: true, what: '' }, [life]);
  const committedAt = clock();
  const shown = () => history.admissible(clock()).map(({ value }) => value);
  at(committedAt + calmMs - 1);
  expect(promise.isDue(committedAt)).toBe(false);
  expect(shown()).toEqual(['before', 'after']);
  at(committedAt + calmMs);
  expect(promise.isDue(committedAt)).toBe(true);
  for (const attempt of version.attempts) history.settle(version, attempt, 'acknowledged');
  expect(shown()).toEqual(['after']);
});
