import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { InvalidationLog } from '../../../src/cache/log/invalidation-log.ts';
import { createRedisLog, LOG_REDIS_OPTIONS } from '../../../src/cache/log/redis-log.ts';
import { createSeededRandom } from '../../../src/seed/seeded-random.ts';
import { startWay, type Way } from '../../checker/way.ts';
import { startOwnRedis } from '../../testkit/servers.ts';
import { whenReady } from './implementations.ts';

const record = { tags: ['shop.films:1'], declarations: 'd1' };
/** Longer than a connection counts as new. */
const untilOldMs = 1_100;

interface Instance {
  readonly log: InvalidationLog;
  readonly client: Redis;
}

const instanceAt = async (port: number, prefix: string): Promise<Instance> => {
  const client = new Redis(port, '127.0.0.1', LOG_REDIS_OPTIONS);
  onTestFinished(() => client.disconnect());
  client.on('error', () => undefined);
  await whenReady(client);
  return { log: createRedisLog({ client, prefix, proofTimeoutMs: 5_000, appendTimeoutMs: 5_000 }), client };
};

/** An address that led to one server, and leads to another one for those who connect from now on; the first one serves on. */
const moved = async (): Promise<{
  here: InvalidationLog;
  client: Redis;
  there: InvalidationLog;
  way: Way;
}> => {
  const first = await startOwnRedis();
  onTestFinished(() => first[Symbol.asyncDispose]());
  const second = await startOwnRedis();
  onTestFinished(() => second[Symbol.asyncDispose]());
  const way = await startWay({ port: portOf(first), replyDelayMs: 0, random: createSeededRandom(1) });
  onTestFinished(() => way.close());
  const prefix = `test-${randomUUID()}`;
  const { log: here, client } = await instanceAt(way.port, prefix);
  await delay(untilOldMs);
  way.pointTo(portOf(second));
  return { here, client, there: (await instanceAt(portOf(second), prefix)).log, way };
};
const portOf = ({ url }: { readonly url: string }): number => Number(new URL(url).port);

test('an append that is refused by a server which is not the one any more is made at the one that is', async () => {
  const { here, there, way } = await moved();
  const epoch = await there.open();
  expect(await here.append(epoch, record)).toBe(2);
  expect(await there.prove(epoch, 1)).toMatchObject({ position: 2, records: { length: 1 } });
  expect(way.accepted).toBe(2);
});

test('whoever asks while the connection is made anew waits for it', async () => {
  const { here, client, there } = await moved();
  const epoch = await there.open();
  const appended = here.append(epoch, record);
  await vi.waitUntil(() => client.status !== 'ready', { interval: 1 });
  expect(await here.prove(epoch, 0)).toHaveProperty('records');
  expect(await appended).toBe(2);
});

test('an epoch begins at the server to which the address leads by then', async () => {
  const { here, there } = await moved();
  const epoch = await here.open();
  expect(await there.append(epoch, record)).toBe(2);
});

test('an append that is refused wherever it is made connects anew once, and says why', async () => {
  const { here, way } = await moved();
  const foreign = { nonce: randomUUID(), logId: 'f'.repeat(40) };
  const refused = { name: 'LogRefusedError', reason: 'other-log' };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await expect(here.append(foreign, record)).rejects.toMatchObject(refused);
  }
  expect(way.accepted).toBe(2);
});
