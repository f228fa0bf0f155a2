import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { processIdentity } from '../../src/infra/embedded/process-identity.ts';
import { freshRedis, redisReleases, startOwnRedis } from '../testkit/servers.ts';

async function serverVersion(url: string): Promise<string | undefined> {
  const client = new Redis(url);
  try {
    return /redis_version:(\S+)/.exec(await client.info('server'))?.[1];
  } finally {
    client.disconnect();
  }
}

test("the run's Redis answers, and every test has a prefix of its own", async () => {
  const [one, other] = [freshRedis(), freshRedis()];
  expect(one.prefix).not.toBe(other.prefix);
  expect(await serverVersion(one.url)).toMatch(/^\d+\.\d+\./);
});

const versions = { '6.2': /^6\.2\./, '7': /^([7-9]|\d\d)\./ };

test.for(redisReleases())('a server of release %s can be had', async (release) => {
  await using server = await startOwnRedis({ release });
  expect(await serverVersion(server.url)).toMatch(versions[release]);
});

test('there is at least one release to test on', () => {
  expect(redisReleases()).not.toEqual([]);
});

test("a test's own server takes arguments and ends when disposed of", async () => {
  let pid: number;
  {
    await using own = await startOwnRedis({ args: ['--maxmemory', '3mb'] });
    ({ pid } = own);
    const client = new Redis(own.url);
    expect(await client.config('GET', 'maxmemory')).toEqual(['maxmemory', String(3 * 1024 * 1024)]);
    client.disconnect();
  }
  expect(await processIdentity(pid)).toBeUndefined();
});

test('a server that does not start tells what it printed', async () => {
  await expect(startOwnRedis({ args: ['--no-such-option', 'x'] })).rejects.toThrow(
    /redis-server did not start on port \d+: .*no-such-option/s,
  );
});
