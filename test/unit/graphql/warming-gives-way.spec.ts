import { expect, test } from 'vitest';
import type { GraphqlHost } from '../../../src/graphql/host.ts';
import { createWarming } from '../../../src/graphql/warming.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const films = Array.from({ length: 50 }, (_, place) => ({ id: `film-${place}` }));

/** Answers at once, and counts. */
const createHost = () => {
  const asked: unknown[] = [];
  let atOnce = 0;
  let most = 0;
  const refuse = (): never => {
    throw new Error('Nobody asks for this.');
  };
  const host: GraphqlHost = {
    execute: async (params) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      asked.push(params);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      const data = { popularMovies: { nodes: films }, genres: [{ slug: 'drama' }, { slug: 'war' }] };
      return { status: 200, headers: {}, body: JSON.stringify({ data }) };
    },
    results: refuse,
    executeBatch: refuse,
    refuse,
    fail: refuse,
    handle: refuse,
  };
  return { host, asked, most: () => most };
};

const never = new AbortController().signal;

test('it asks for one thing at a time, tells how far it is, and ends', async () => {
  const { host, asked, most } = createHost();
  const log = createRecordingLog();
  const progress: [number, number][] = [];
  const warming = createWarming({
    host,
    log,
    isLive: () => true,
    isQuiet: () => true,
    progress: (done, total) => void progress.push([done, total]),
  });
  const first = warming.warm(never);
  expect(warming.warm(never)).toBe(first);
  await first;
  const total = 2 + 50 + 4;
  expect(asked).toHaveLength(2 + total);
  expect(most()).toBe(1);
  expect(progress).toEqual(Array.from({ length: total }, (_, index) => [index + 1, total]));
  expect(log.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'info: Computing what many will ask for, in the background.',
    'info: Computed 25 % of what many will ask for.',
    'info: Computed 50 % of what many will ask for.',
    'info: Computed 75 % of what many will ask for.',
    'info: What many will ask for is computed.',
  ]);
});

test('it waits while requests are slow, and while nothing is kept', async () => {
  const { host, asked } = createHost();
  let isQuiet = true;
  let isLive = false;
  const warming = createWarming({
    host,
    log: createRecordingLog(),
    isLive: () => isLive,
    isQuiet: () => isQuiet,
    progress: (done) => {
      if (done === 10) isQuiet = false;
    },
  });
  const ended = warming.warm(never);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(0);
  isLive = true;
  await waitFor(() => !isQuiet, 'requests are slow');
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(2 + 10);
  isQuiet = true;
  await ended;
  expect(asked).toHaveLength(2 + 56);
});

test('it stops when it is told to', async () => {
  const { host, asked } = createHost();
  const stop = new AbortController();
  const warming = createWarming({
    host,
    log: createRecordingLog(),
    isLive: () => true,
    isQuiet: () => true,
    progress: (done) => {
      if (done === 10) stop.abort();
    },
  });
  await warming.warm(stop.signal);
  expect(asked).toHaveLength(2 + 10);
});
