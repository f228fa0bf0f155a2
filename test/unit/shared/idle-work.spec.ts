import { describe, expect, test } from 'vitest';
import { createIdleWork } from '../../../src/shared/idle-work.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const gated = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, open: () => resolve() };
};

describe('work for idle times', () => {
  test('never begins within the turn that offers it', async () => {
    const work = createIdleWork({ isQuiet: () => true, log: quiet });
    let began = false;
    work.offer('a', async () => void (began = true));
    await Promise.resolve();
    expect(began).toBe(false);
    await work.idle();
    expect(began).toBe(true);
  });

  test('waits for quiet, and is dropped when that does not come in time', async () => {
    let isQuiet = false;
    const work = createIdleWork({ isQuiet: () => isQuiet, log: quiet, patienceMs: 100 });
    const done: string[] = [];
    work.offer('late', async () => void done.push('late'));
    await work.idle();
    expect(done).toEqual([]);
    work.offer('soon', async () => void done.push('soon'));
    isQuiet = true;
    await work.idle();
    expect(done).toEqual(['soon']);
  });

  test('is bounded: so much at once, so much waiting, one of a name', async () => {
    const gate = gated();
    const work = createIdleWork({ isQuiet: () => true, log: quiet, maxRunning: 2, maxWaiting: 4 });
    const began: string[] = [];
    const offer = (name: string): void =>
      work.offer(name, async () => {
        began.push(name);
        await gate.promise;
      });
    for (const name of ['a', 'a', 'b', 'c', 'd', 'e', 'f']) offer(name);
    await waitFor(() => began.length === 2, 'two have begun');
    offer('a');
    gate.open();
    await work.idle();
    expect(began).toEqual(['a', 'b', 'c', 'd']);
    offer('a');
    await work.idle();
    expect(began).toHaveLength(5);
  });

  test('that fails ends alone', async () => {
    const work = createIdleWork({ isQuiet: () => true, log: quiet });
    let done = false;
    work.offer('fails', () => Promise.reject(new Error('It fails.')));
    work.offer('works', async () => void (done = true));
    await work.idle();
    expect(done).toBe(true);
  });

  test('that waits is dropped at the end, and what runs is waited for', async () => {
    const gate = gated();
    const work = createIdleWork({ isQuiet: () => true, log: quiet, maxRunning: 1 });
    const done: string[] = [];
    let began = false;
    work.offer('runs', async () => {
      began = true;
      await gate.promise;
      done.push('runs');
    });
    work.offer('waits', async () => void done.push('waits'));
    await waitFor(() => began, 'one runs');
    const closed = work.close();
    gate.open();
    await closed;
    work.offer('after', async () => void done.push('after'));
    await work.idle();
    expect(done).toEqual(['runs']);
  });
});
