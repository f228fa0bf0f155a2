import { describe, expect, test } from 'vitest';
import { connectMongo } from '../../src/infra/mongo.ts';
import { createPeriodicWorkers, type PeriodicWork } from '../../src/infra/periodic-work.ts';
import { createRecordingLog } from '../testkit/recording-log.ts';
import { freshMongo } from '../testkit/servers.ts';
import { waitFor } from '../testkit/wait-for.ts';

const leaseMs = 600;

/** An instance: a connection of its own. Killing it cuts the connection, as the end of a process would. */
const startInstance = async (mongodbUri: string) => {
  const connection = await connectMongo(mongodbUri);
  const log = createRecordingLog();
  const workers = createPeriodicWorkers({ connection, log, leaseMs, lookEveryMs: 20 });
  return {
    log,
    connection,
    start: (work: PeriodicWork) => workers.start(work),
    async [Symbol.asyncDispose]() {
      await workers.close();
      await connection.close();
    },
  };
};

const hourMs = 3_600_000;

describe('work of a period', () => {
  test('is done once, on one of two instances, however often they look', async () => {
    const mongodbUri = freshMongo();
    await using one = await startInstance(mongodbUri);
    await using two = await startInstance(mongodbUri);
    let others = 0;
    const runs: string[] = [];
    for (const [name, instance] of [
      ['one', one],
      ['two', two],
    ] as const) {
      instance.start({ name: 'rank', everyMs: hourMs, run: async () => void runs.push(name) });
      instance.start({ name: `of ${name}`, everyMs: 50, run: async () => void (others += 1) });
    }
    await waitFor(() => others >= 10, 'both have looked often');
    expect(runs).toHaveLength(1);
  });

  test('is done again in the next period, never by two at once', async () => {
    const mongodbUri = freshMongo();
    await using one = await startInstance(mongodbUri);
    await using two = await startInstance(mongodbUri);
    let atOnce = 0;
    let most = 0;
    const periods: number[] = [];
    for (const instance of [one, two]) {
      instance.start({
        name: 'rank',
        everyMs: 100,
        run: async () => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          periods.push(Math.floor(Date.now() / 100));
          await new Promise((resolve) => setImmediate(resolve));
          atOnce -= 1;
        },
      });
    }
    await waitFor(() => periods.length >= 8, 'it was done in some periods');
    expect(most).toBe(1);
    expect(new Set(periods).size).toBeGreaterThanOrEqual(periods.length - 1);
  });

  test('is kept by who does it for as long as it takes', async () => {
    const mongodbUri = freshMongo();
    await using one = await startInstance(mongodbUri);
    await using two = await startInstance(mongodbUri);
    let runs = 0;
    let looks = 0;
    const endMs = Date.now() + 3 * leaseMs;
    const run = async (stop: AbortSignal): Promise<void> => {
      runs += 1;
      await waitFor(() => Date.now() > endMs || stop.aborted, 'its time is over');
      expect(stop.aborted).toBe(false);
    };
    for (const instance of [one, two]) instance.start({ name: 'long', everyMs: hourMs, run });
    two.start({ name: 'looks', everyMs: 50, run: async () => void (looks += 1) });
    await waitFor(() => Date.now() > endMs + leaseMs && looks > 10, 'the others had their chance');
    expect(runs).toBe(1);
  });

  test('is taken over from one that dies, which stops once it sees that its lease is lost', async () => {
    const mongodbUri = freshMongo();
    const dying = await startInstance(mongodbUri);
    await using other = await startInstance(mongodbUri);
    const runs: string[] = [];
    let stopped = false;
    dying.start({
      name: 'rank',
      everyMs: hourMs,
      run: async (stop) => {
        runs.push('dying');
        await new Promise<void>((resolve) => {
          stop.addEventListener('abort', () => {
            stopped = true;
            resolve();
          });
        });
      },
    });
    await waitFor(() => runs.length === 1, 'the first has begun');
    const diedAtMs = Date.now();
    await dying.connection.close(true);
    other.start({ name: 'rank', everyMs: hourMs, run: async () => void runs.push('other') });
    await waitFor(() => runs.length === 2, 'the other has taken over');
    expect(runs).toEqual(['dying', 'other']);
    expect(Date.now() - diedAtMs).toBeLessThan(leaseMs + 3_000);
    await waitFor(() => stopped, 'the first has stopped');
    await dying[Symbol.asyncDispose]();
    expect(runs).toHaveLength(2);
  });

  test('is tried again when it fails, and when the server stops amidst it', async () => {
    const mongodbUri = freshMongo();
    const runs: string[] = [];
    {
      await using one = await startInstance(mongodbUri);
      one.start({
        name: 'rank',
        everyMs: hourMs,
        run: async (stop) => {
          runs.push('first');
          if (runs.length === 1) throw new Error('It fails once.');
          await waitFor(() => stop.aborted, 'the server stops');
        },
      });
      await waitFor(() => runs.length === 2, 'it was tried again');
      expect(one.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    }
    await using two = await startInstance(mongodbUri);
    const beganMs = Date.now();
    two.start({ name: 'rank', everyMs: hourMs, run: async () => void runs.push('second') });
    await waitFor(() => runs.includes('second'), 'another does it');
    // At once: a server that stops gives its lease back.
    expect(Date.now() - beganMs).toBeLessThan(leaseMs);
  });
});

test('while Mongo does not answer that is said once, and its return once', async () => {
  const mongodbUri = freshMongo();
  await using instance = await startInstance(mongodbUri);
  const { connection, log } = instance;
  let looks = 0;
  const isAble = () => {
    looks += 1;
    return true;
  };
  instance.start({ name: 'rank', everyMs: hourMs, isAble, run: async () => undefined });
  const linesOf = (level: string) => log.lines.filter((line) => line.level === level);
  await waitFor(() => looks > 2, 'it looks');
  await connection.close();
  const looksBefore = looks;
  await waitFor(() => looks > looksBefore + 5, 'it goes on looking');
  expect(linesOf('warn')).toHaveLength(1);
  await connection.openUri(mongodbUri);
  await waitFor(() => linesOf('info').length > 0, 'it says that it can look again');
  const looksAfter = looks;
  await waitFor(() => looks > looksAfter + 5, 'it goes on looking');
  expect([linesOf('warn'), linesOf('info')]).toMatchObject([{ length: 1 }, { length: 1 }]);
});

test('work that an instance could not do is left to one that can', async () => {
  const mongodbUri = freshMongo();
  await using one = await startInstance(mongodbUri);
  await using two = await startInstance(mongodbUri);
  let looks = 0;
  const runs: string[] = [];
  const isAble = () => {
    looks += 1;
    return false;
  };
  one.start({ name: 'warm', everyMs: hourMs, isAble, run: async () => void runs.push('one') });
  await waitFor(() => looks > 3, 'the first has looked at it');
  two.start({ name: 'warm', everyMs: hourMs, run: async () => void runs.push('two') });
  await waitFor(() => runs.length > 0, 'the second has done it');
  expect(runs).toEqual(['two']);
});
