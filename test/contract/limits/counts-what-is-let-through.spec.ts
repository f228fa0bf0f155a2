import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPolicy, type LimitCounter, type LimitPolicy } from '../../../src/limits/policy.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import { allHosts, type CounterHost, type RedisCounterHost, redisHosts } from './implementations.ts';

const minute = 60_000;
const take = async (
  counter: LimitCounter,
  policy: LimitPolicy,
  times: number,
  subject = 'address:192.0.2.1',
) => {
  const allowed: boolean[] = [];
  for (let time = 0; time < times; time += 1) allowed.push((await counter.take(policy, subject)).isAllowed);
  return allowed;
};

describe.for(allHosts)('%s', ([, start]) => {
  let host: CounterHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test('lets the limit through, and tells what is left and when there will be more', async () => {
    const counter = host.fresh();
    const policy = createPolicy('register', [{ limit: 3, windowMs: minute }]);
    const quotas = [];
    for (let time = 0; time < 5; time += 1) {
      const { isAllowed, quota } = await counter.take(policy, 'viewer:1');
      expect(quota.window).toBe(policy.windows[0]);
      expect(quota.freeAfterMs).toBeGreaterThan(minute - 10_000);
      expect(quota.freeAfterMs).toBeLessThanOrEqual(minute + 1);
      quotas.push([isAllowed, quota.remaining]);
    }
    expect(quotas).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
  });

  test('counts in slots where the limit is large', async () => {
    const counter = host.fresh();
    const policy = createPolicy('many', [{ limit: 100, windowMs: minute }]);
    expect((await take(counter, policy, 101)).indexOf(false)).toBe(100);
    const { freeAfterMs } = (await counter.take(policy, 'address:192.0.2.1')).quota;
    expect(freeAfterMs).toBeLessThanOrEqual(minute + minute / 60);
  });

  test('counts each subject and each policy apart', async () => {
    const counter = host.fresh();
    const one = createPolicy('one', [{ limit: 1, windowMs: minute }]);
    const two = createPolicy('two', [{ limit: 1, windowMs: minute }]);
    expect(await take(counter, one, 2, 'viewer:1')).toEqual([true, false]);
    expect(await take(counter, one, 2, 'viewer:2')).toEqual([true, false]);
    expect(await take(counter, one, 2, 'address:2001:db8:0:1::/64')).toEqual([true, false]);
    expect(await take(counter, two, 2, 'viewer:1')).toEqual([true, false]);
  });

  test('holds every window, counts in all or in none, and tells of the strictest', async () => {
    const counter = host.fresh();
    const policy = createPolicy('sign-in', [
      { limit: 2, windowMs: 300 },
      { limit: 3, windowMs: minute },
    ]);
    expect(await take(counter, policy, 5)).toEqual([true, true, false, false, false]);
    const short = (await counter.take(policy, 'address:192.0.2.1')).quota;
    expect(short.window.windowMs).toBe(300);
    expect(short.freeAfterMs).toBeLessThanOrEqual(301);
    await waitFor(
      async () => (await counter.take(policy, 'address:192.0.2.1')).isAllowed,
      'the short window is over',
    );
    // The refused ones were not counted, so this was the third of three.
    const { isAllowed, quota } = await counter.take(policy, 'address:192.0.2.1');
    expect([isAllowed, quota.window.windowMs, quota.remaining]).toEqual([false, minute, 0]);
    expect(quota.freeAfterMs).toBeGreaterThan(minute - 10_000);
  });

  test('gives back what was taken, and nothing that was not', async () => {
    const counter = host.fresh();
    const policy = createPolicy('sign-in', [
      { limit: 2, windowMs: minute },
      { limit: 90, windowMs: 10 * minute },
    ]);
    for (let time = 0; time < 5; time += 1) {
      const place = await counter.take(policy, 'a');
      expect([place.isAllowed, place.quota.remaining]).toEqual([true, 1]);
      await place.giveBack();
    }
    expect(await take(counter, policy, 2, 'a')).toEqual([true, true]);
    const refused = await counter.take(policy, 'a');
    await refused.giveBack();
    expect(await take(counter, policy, 1, 'a')).toEqual([false]);
  });

  test('lets no more through when all ask at once', async () => {
    const counter = host.fresh();
    const policy = createPolicy('burst', [{ limit: 30, windowMs: minute }]);
    const places = await Promise.all(Array.from({ length: 200 }, () => counter.take(policy, 'viewer:1')));
    expect(places.filter(({ isAllowed }) => isAllowed)).toHaveLength(30);
  });
});

describe.for(redisHosts)('%s', ([, start]) => {
  let host: RedisCounterHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  const policy = createPolicy('sign-in', [
    { limit: 5, windowMs: minute },
    { limit: 90, windowMs: 5 * minute },
  ]);

  test('counts for all who share it', async () => {
    const first = host.freshRedis();
    const second = host.freshRedis({ prefix: first.prefix });
    expect(await take(first, policy, 3)).toEqual([true, true, true]);
    expect(await take(second, policy, 3)).toEqual([true, true, false]);
    expect(await take(first, policy, 1)).toEqual([false]);
  });

  test('keeps one key a subject, which expires with the longest window', async () => {
    const { prefix, ...counter } = host.freshRedis();
    await take(counter, policy, 6, 'viewer:7');
    const place = await counter.take(policy, 'address:2001:db8:0:1::/64');
    const found = (await Promise.all(host.servers.map((server) => server.keys(`${prefix}:*`)))).flat();
    expect(found.toSorted()).toEqual([
      `${prefix}:limit:sign-in:address:2001:db8:0:1::/64`,
      `${prefix}:limit:sign-in:viewer:7`,
    ]);
    const lives = await Promise.all(found.map((key) => host.client.pttl(key)));
    for (const lifeMs of lives) {
      expect(lifeMs).toBeGreaterThan(5 * minute - 10_000);
      expect(lifeMs).toBeLessThanOrEqual(5 * minute + (5 * minute) / 60);
    }
    await place.giveBack();
    const left = (await Promise.all(host.servers.map((server) => server.keys(`${prefix}:*`)))).flat();
    expect(left).toEqual([`${prefix}:limit:sign-in:viewer:7`]);
  });

  test('leaves the counts of another version of the policy alone, and drops what is over', async () => {
    const { prefix, ...counter } = host.freshRedis();
    const key = `${prefix}:limit:sign-in:viewer:7`;
    await host.client.hset(
      key,
      `77000:${Date.now() - 1_000}`,
      3,
      `77000:${Date.now() - 78_000}`,
      4,
      '60000:5',
      5,
    );
    await take(counter, policy, 1, 'viewer:7');
    const fields = Object.keys(await host.client.hgetall(key));
    const windows = fields.map((field) => Number(field.split(':')[0]));
    expect(windows.toSorted((left, right) => left - right)).toEqual([60_000, 77_000, 300_000]);
    expect(fields).not.toContain('60000:5');
  });

  test('is left for counting in the process while it hangs, after one budget, and used again', async () => {
    const budgetMs = 100;
    const counter = host.freshRedis({ budgetMs });
    expect(await take(counter, policy, 2, 'viewer:9')).toEqual([true, true]);
    for (const pid of host.pids) process.kill(pid, 'SIGSTOP');
    const fromMs = performance.now();
    try {
      // What it let through before still counts here.
      expect(await take(counter, policy, 4, 'viewer:9')).toEqual([true, true, true, false]);
      expect(performance.now() - fromMs).toBeLessThan(4 * budgetMs);
    } finally {
      for (const pid of host.pids) process.kill(pid, 'SIGCONT');
    }
    await waitFor(async () => {
      await counter.take(policy, 'viewer:10');
      const keys = await Promise.all(
        host.servers.map((server) => server.keys(`${counter.prefix}:*viewer:10`)),
      );
      return keys.flat().length === 1;
    }, 'Redis counts again');
  });
});
