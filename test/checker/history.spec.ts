import { describe, expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { History, type Draft, type Life, type Outcome, type Version } from './history.ts';

const update = (value: string | null): Draft<string> => ({ value, fenced: true, mayApply: true, what: '' });
const create = (value: string | null): Draft<string> => ({ ...update(value), fenced: false });

/** A history whose clock ticks at every event, as the checker's does. */
const begin = () => {
  let time = 0;
  const clock: Clock = () => (time += 1);
  let oldestRead = Infinity;
  const history = new History<string>('start', clock, () => oldestRead);
  const life: Life = { name: 'A1', goneAt: undefined, unsettled: 0 };
  const settle = (version: Version<string>, outcome: Exclude<Outcome, 'pending'>, attempt = 0): void => {
    const settled = version.attempts[attempt];
    if (settled) history.settle(version, settled, outcome);
  };
  return {
    history,
    life,
    clock,
    settle,
    /** A read begins now, and keeps histories from forgetting what it may show. */
    read: (): number => {
      const began = clock();
      oldestRead = Math.min(oldestRead, began);
      return began;
    },
    /** A write from its beginning to its end. */
    write: (draft: Draft<string>, outcome: Exclude<Outcome, 'pending'> = 'acknowledged') => {
      const version = history.issue(draft, [life]);
      settle(version, outcome);
      return version;
    },
    shown: (began: number) => history.admissible(began).map(({ value }) => value),
  };
};

describe('what a read may show of an object', () => {
  test('is the state at the start while nothing was written', () => {
    const { read, shown } = begin();
    expect(shown(read())).toEqual(['start']);
  });

  test('is the acknowledged state alone, when the read began after the acknowledgement', () => {
    const { write, read, shown } = begin();
    write(update('a'));
    write(update('b'));
    expect(shown(read())).toEqual(['b']);
  });

  test('is the state before or after a write that was under way', () => {
    const { history, life, read, shown, settle } = begin();
    const began = read();
    const version = history.issue(update('a'), [life]);
    expect(shown(began)).toEqual(['start', 'a']);
    settle(version, 'acknowledged');
    expect(shown(began)).toEqual(['start', 'a']);
    expect(shown(read())).toEqual(['a']);
  });

  test('includes a write of unknown outcome until a later write is acknowledged that a fence keeps it from undoing', () => {
    const { write, read, shown } = begin();
    write(update('a'), 'unknown');
    expect(shown(read())).toEqual(['start', 'a']);
    write(update('b'));
    expect(shown(read())).toEqual(['b']);
  });

  test('includes a write without a fence and of unknown outcome until nothing of its instance is left', () => {
    const { history, life, clock, write, read, shown } = begin();
    write(create('a'), 'unknown');
    expect(history.isHaunted).toBe(true);
    write(create('b'));
    expect(shown(read())).toEqual(['a', 'b']);
    life.goneAt = clock();
    expect(history.isHaunted).toBe(false);
    write(create('c'));
    expect(shown(read())).toEqual(['c']);
  });

  test('never includes what a transaction wrote that was to abort', () => {
    const { write, read, shown } = begin();
    write({ ...update('a'), mayApply: false });
    write({ ...update('b'), mayApply: false }, 'unknown');
    expect(shown(read())).toEqual(['start']);
  });

  test('never includes what was refused', () => {
    const { history, write, read, shown } = begin();
    write(update('a'), 'refused');
    expect(shown(read())).toEqual(['start']);
    expect(history.nextSeq).toBe(2);
  });

  test('is the new state once the first of two clicks was acknowledged', () => {
    const { history, life, read, shown, settle } = begin();
    const version = history.issue(update('a'), [life, { name: 'B1', goneAt: undefined, unsettled: 0 }]);
    settle(version, 'acknowledged', 1);
    const began = read();
    expect(shown(began)).toEqual(['a']);
    settle(version, 'refused', 0);
    expect(shown(began)).toEqual(['a']);
  });

  test('stays known for a read under way, however much is written meanwhile', () => {
    const { write, read, shown } = begin();
    const began = read();
    for (const value of ['a', 'b', 'c']) write(update(value));
    expect(shown(began)).toEqual(['start', 'a', 'b', 'c']);
  });

  test('includes that it does not exist, as a value like others', () => {
    const { write, read, shown } = begin();
    write(create(null));
    expect(shown(read())).toEqual([null]);
  });
});

test('what nobody may see any more is kept for the report, and not for ever', () => {
  const { history, write } = begin();
  for (let count = 0; count < 100; count += 1) write(update(String(count)));
  expect(history.admissible(Infinity)).toHaveLength(1);
  expect(history.recent().length).toBeLessThan(20);
  expect(history.recent().at(-1)?.value).toBe('99');
});
