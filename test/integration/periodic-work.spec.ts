import { connectMongo } from '../../src/infra/mongo.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from 'mongoose';
import { createPeriodicWorker, type PeriodicWork } from '../../src/infra/periodic-work.ts';
import { quiet } from '../testkit/quiet-log.ts';
import { freshMongo } from '../testkit/servers.ts';
import { waitFor } from '../testkit/wait-for.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await connectMongo(freshMongo());
});
afterAll(() => connection.close());

const workers = (count: number, leaseMs?: number) =>
  Array.from({ length: count }, () =>
    createPeriodicWorker({ connection, log: quiet, ...(leaseMs !== undefined && { leaseMs }) }),
  );

const stopAll = (all: readonly { stop(): Promise<void> }[]) =>
  Promise.all(all.map((worker) => worker.stop()));

/** Begins, and ends when it is told to, or has to. */
const gatedWork = (name: string, everyMs: number) => {
  const running: PromiseWithResolvers<void>[] = [];
  let most = 0;
  let begun = 0;
  const work: PeriodicWork = {
    name,
    everyMs,
    run: async (signal) => {
      const turn = Promise.withResolvers<void>();
      running.push(turn);
      begun += 1;
      most = Math.max(most, running.length);
      signal.addEventListener('abort', () => turn.resolve());
      await turn.promise;
      running.splice(running.indexOf(turn), 1);
    },
  };
  return {
    work,
    begun: () => begun,
    most: () => most,
    finish: () => {
      for (const turn of running) turn.resolve();
    },
  };
};

test('of many workers one works at a time, also for longer than a lease', async () => {
  const gated = gatedWork('one-at-a-time', 20);
  const all = workers(6, 150);
  for (const worker of all) worker.start(gated.work);
  for (let turn = 1; turn <= 5; turn += 1) {
    await waitFor(() => gated.begun() === turn, `turn ${turn} has begun`);
    const leases = Date.now() + 400;
    await waitFor(() => Date.now() > leases, 'the lease would have ended without renewal');
    expect(gated.begun()).toBe(turn);
    gated.finish();
  }
  await stopAll(all);
  expect(gated.most()).toBe(1);
});

test('is not done again before it is due, by whoever starts then', async () => {
  let done = 0;
  const work = { name: 'daily', everyMs: 86_400_000, run: async () => (done += 1) };
  const [first, second, third] = workers(3);
  first?.start(work);
  await waitFor(() => done === 1, 'the first has done it');
  await first?.stop();
  second?.start(work);
  third?.start(work);
  await waitFor(
    async () => (await connection.collection('periodicWork').countDocuments({ owner: '' })) > 0,
    'the work is free',
  );
  await stopAll([second, third].filter((worker) => worker !== undefined));
  expect(done).toBe(1);
});

test('is taken over from a process that is gone, when its lease has ended', async () => {
  const ends = Date.now() + 300;
  await connection.collection<{ _id: string }>('periodicWork').insertOne({
    _id: 'taken-over',
    owner: 'gone',
    leaseUntil: new Date(ends),
    dueAt: new Date(0),
  } as {
    _id: string;
  });
  let doneAt = 0;
  const all = workers(2, 200);
  for (const worker of all)
    worker.start({ name: 'taken-over', everyMs: 100, run: async () => (doneAt ||= Date.now()) });
  await waitFor(() => doneAt > 0, 'somebody has done it');
  await stopAll(all);
  expect(doneAt).toBeGreaterThanOrEqual(ends);
});

test('what failed is tried again', async () => {
  let tries = 0;
  const all = workers(1);
  all[0]?.start({
    name: 'failing',
    everyMs: 20,
    run: async () => {
      tries += 1;
      throw new Error('It fails.');
    },
  });
  await waitFor(() => tries >= 3, 'it was tried three times');
  await stopAll(all);
  const [record] = await connection
    .collection<{ _id: string }>('periodicWork')
    .find({ _id: 'failing' })
    .toArray();
  expect(record).toMatchObject({ owner: '' });
});

test('stopping cuts short what runs, waits for it, and leaves it to others at once', async () => {
  const gated = gatedWork('cut-short', 86_400_000);
  const [first, second] = workers(2);
  first?.start(gated.work);
  await waitFor(() => gated.begun() === 1, 'it has begun');
  await first?.stop();
  second?.start(gated.work);
  await waitFor(() => gated.begun() === 2, 'another has begun');
  await second?.stop();
  expect(gated.most()).toBe(1);
});
