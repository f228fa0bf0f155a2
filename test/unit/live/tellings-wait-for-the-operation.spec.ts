import { describe, expect, test } from 'vitest';
import { createLiveEvents } from '../../../src/live/live-events.ts';
import { afterwards, withAfterwards } from '../../../src/shared/afterwards.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what is told within an operation', () => {
  test('is told when all that it wrote is acknowledged, in its order', async () => {
    const events = createLiveEvents();
    const heard = events.subscribe('video');
    const told: unknown[] = [];
    const listen = async (): Promise<void> => {
      for await (const payload of heard) told.push(payload['step']);
    };
    const listening = listen();
    const { promise: acknowledged, resolve: acknowledge } = Promise.withResolvers<void>();
    const operation = withAfterwards(async () => {
      events.publish('video', { step: 1 });
      await nextTurn();
      events.publish('video', { step: 2 });
      await acknowledged;
    });
    await nextTurn();
    events.publish('video', { step: 0 });
    await nextTurn();
    expect(told).toEqual([0]);
    acknowledge();
    await operation;
    await waitFor(() => told.length === 3, 'all is told');
    expect(told).toEqual([0, 1, 2]);
    await events.close();
    await listening;
  });

  test('is not told when it is not known whether anything was written', async () => {
    const done: string[] = [];
    const failing = withAfterwards(async () => {
      afterwards(() => done.push('told'));
      throw new Error('The log does not answer.');
    });
    await expect(failing).rejects.toThrow('does not answer');
    expect(done).toEqual([]);
  });

  test('that is over is told at once', async () => {
    const done: string[] = [];
    const { promise: late, resolve: go } = Promise.withResolvers<void>();
    let rest: Promise<void> | undefined;
    await withAfterwards(async () => {
      rest = late.then(() => afterwards(() => done.push('late')));
    });
    go();
    await rest;
    expect(done).toEqual(['late']);
  });

  test('of an inner operation is told when that is acknowledged', async () => {
    const done: string[] = [];
    await withAfterwards(async () => {
      afterwards(() => done.push('outer'));
      await withAfterwards(async () => afterwards(() => done.push('inner')));
      expect(done).toEqual(['inner']);
    });
    expect(done).toEqual(['inner', 'outer']);
  });
});

describe('a listener', () => {
  test('that is slow loses the oldest of very many, and never the newest', async () => {
    const events = createLiveEvents();
    const heard = events.subscribe('video');
    for (let step = 0; step < 1_500; step += 1) events.publish('video', { step });
    expect(await heard.next()).toEqual({ value: { step: 500 }, done: false });
    let last: IteratorResult<object, unknown> = { value: undefined, done: true };
    for (let more = 1; more < 1_000; more += 1) last = await heard.next();
    expect(last.value).toEqual({ step: 1_499 });
    expect(events.report()).toMatchObject({ listening: 1, handedOut: 1_500, lost: { slowListener: 500 } });
    await heard.return?.();
    expect(events.report().listening).toBe(0);
  });

  test('that waits is woken when it is ended', async () => {
    const events = createLiveEvents();
    const heard = events.subscribe('video');
    const next = heard.next();
    await heard.return?.();
    expect(await next).toEqual({ value: undefined, done: true });
  });

  test('hears nothing of other topics', async () => {
    const events = createLiveEvents();
    const heard = events.subscribe('video:1');
    events.publish('video:2', { step: 1 });
    events.publish('video:1', { step: 2 });
    expect((await heard.next()).value).toEqual({ step: 2 });
  });
});
