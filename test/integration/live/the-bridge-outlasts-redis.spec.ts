import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { LOG_REDIS_OPTIONS } from '../../../src/cache/log/redis-log.ts';
import { createRedisClient } from '../../../src/infra/redis.ts';
import { createLiveEvents } from '../../../src/live/live-events.ts';
import { createRedisBridge } from '../../../src/live/redis-bridge.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { freshRedis, startOwnRedis } from '../../testkit/servers.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const openEvents = (url: string, prefix: string) => {
  const log = createRecordingLog();
  const events = createLiveEvents((receive) =>
    createRedisBridge({
      listening: createRedisClient(url, log, {
        single: { ...LOG_REDIS_OPTIONS, autoResubscribe: false },
      }),
      sending: createRedisClient(url, log, { single: LOG_REDIS_OPTIONS }),
      prefix,
      receive,
      lookEveryMs: 50,
      log,
    }),
  );
  const hears = (isHeard: boolean): Promise<void> =>
    waitFor(() => events.report().hearsOthers === isHeard, `others are ${isHeard ? '' : 'not '}heard`);
  return { events, hears, log, [Symbol.asyncDispose]: () => events.close() };
};

test('a Redis that hangs is noticed, holds nobody up, and is heard again when it goes on', async () => {
  await using redis = await startOwnRedis();
  await using here = openEvents(redis.url, 'hang');
  await using there = openEvents(redis.url, 'hang');
  await Promise.all([here.hears(true), there.hears(true)]);
  const heard = there.events.subscribe('topic');
  const own = here.events.subscribe('topic');
  process.kill(redis.pid, 'SIGSTOP');
  try {
    await Promise.all([here.hears(false), there.hears(false)]);
    for (let step = 0; step < 20_000; step += 1) here.events.publish('topic', { step });
    // Here they are told at once, the last of them surely.
    expect((await own.next()).value).toEqual({ step: 19_000 });
    await waitFor(() => here.events.report().lost.notSent === 20_000, 'what was not sent is given up');
  } finally {
    process.kill(redis.pid, 'SIGCONT');
  }
  await Promise.all([here.hears(true), there.hears(true)]);
  const next = heard.next();
  await waitFor(() => {
    here.events.publish('topic', { step: 'again' });
    return there.events.report().received > 0;
  }, 'the others are told again');
  expect((await next).value).toEqual({ step: 'again' });
  const warnings = here.log.lines.filter(({ level }) => level === 'warn');
  expect(warnings.length).toBeLessThan(10);
});

test('many at once are told in their order, in few messages, and to others with the same prefix alone', async () => {
  const { url } = freshRedis();
  const prefix = randomUUID();
  await using here = openEvents(url, prefix);
  await using there = openEvents(url, prefix);
  await using foreign = openEvents(url, randomUUID());
  await Promise.all([here.hears(true), there.hears(true), foreign.hears(true)]);
  const heard = there.events.subscribe('topic');
  for (let step = 0; step < 900; step += 1) here.events.publish('topic', { step });
  const steps: unknown[] = [];
  for (let step = 0; step < 900; step += 1) {
    const told: IteratorResult<unknown, unknown> = await heard.next();
    steps.push(told.value);
  }
  expect(steps).toEqual(Array.from({ length: 900 }, (_, step) => ({ step })));
  expect(here.events.report()).toMatchObject({ published: 900, received: 0 });
  expect(foreign.events.report().received).toBe(0);
});

test('what is told while an instance stops is still handed on', async () => {
  const { url } = freshRedis();
  const prefix = randomUUID();
  const here = openEvents(url, prefix);
  await using there = openEvents(url, prefix);
  await Promise.all([here.hears(true), there.hears(true)]);
  const heard = there.events.subscribe('topic');
  for (const step of [1, 2, 3]) here.events.publish('topic', { step }, { atMostEveryMs: 60_000 });
  await here.events.close();
  expect((await heard.next()).value).toEqual({ step: 1 });
});
