import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import {
  type EmbeddedMongod,
  type EmbeddedMongodOptions,
  provisionRedis62,
  provisionRedis7,
  provisionRedisServer,
  type RedisServer,
  type RedisServerOptions,
  startEmbeddedMongod,
  startRedisServer,
} from '../../src/infra/embedded/index.ts';
import type { RedisRelease } from './global-setup.ts';
import { quiet } from './quiet-log.ts';

/** The run's MongoDB, with a database that nobody else uses. */
export function freshMongo(): string {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/test_${randomUUID().replaceAll('-', '')}`;
  return uri.href;
}

/** The run's Redis, with a key prefix that nobody else uses. Never flush it. */
export function freshRedis(): { readonly url: string; readonly prefix: string } {
  return { url: inject('redisUrl'), prefix: `test-${randomUUID()}:` };
}

/** The kinds of Redis server to run a contract on, as in `describe.for(redisReleases())`. */
export function redisReleases(): readonly RedisRelease[] {
  return inject('redisReleases');
}

/** A server of a test's own, which it may break; disposing ends it. */
export type Own<Server> = Server & AsyncDisposable;

/**
 * A Redis server of a test's own.
 *
 * @param release which one to run, of `redisReleases()`; by default any
 */
export async function startOwnRedis(
  options: Omit<RedisServerOptions, 'binary'> & { release?: RedisRelease } = {},
): Promise<Own<RedisServer>> {
  const { release, ...rest } = options;
  const provision =
    release === '6.2' ? provisionRedis62 : release === '7' ? provisionRedis7 : provisionRedisServer;
  const { command } = await provision({ downloadDir: inject('downloadDir'), log: quiet });
  return inFolder(rest.dir, (dir) => startRedisServer({ ...rest, dir, binary: command }));
}

/**
 * A MongoDB server of a test's own, as a replica set of one.
 *
 * @param dataDir by default a temporary folder, deleted when the server is disposed of
 */
export async function startOwnMongod(
  options: Partial<EmbeddedMongodOptions> = {},
): Promise<Own<EmbeddedMongod> & { readonly dataDir: string }> {
  return inFolder(options.dataDir, async (dataDir) => ({
    ...(await startEmbeddedMongod({ downloadDir: inject('downloadDir'), log: quiet, ...options, dataDir })),
    dataDir,
  }));
}

/** Starts a server in the folder given, or in a temporary one that goes with the server, also when it fails to start. */
async function inFolder<Server extends { stop(): Promise<void> }>(
  given: string | undefined,
  start: (folder: string) => Promise<Server>,
): Promise<Own<Server>> {
  const folder = given ?? (await scratchFolder());
  const leave = async () => {
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const server = await start(folder);
    return {
      ...server,
      async [Symbol.asyncDispose]() {
        await server.stop();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** A new temporary folder; whoever asks for it deletes it. */
export function scratchFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'marquee-test-'));
}
