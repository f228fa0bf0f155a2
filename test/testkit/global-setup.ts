import { access, constants, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  defaultDownloadDir,
  provisionRedis62,
  provisionRedis7,
  provisionRedisServer,
  startEmbeddedMongod,
  startRedisServer,
} from '../../src/infra/embedded/index.ts';
import { StartupError } from '../../src/shared/startup-error.ts';
import { narrator } from './narrator.ts';
import { quiet } from './quiet-log.ts';

/** The kinds of Redis server that are supported and that tests of the cache run on: 6.2, and 7 or newer. */
export type RedisRelease = '6.2' | '7';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's shared MongoDB; use `freshMongo()`. */
    mongoUri: string;
    /** The run's shared Redis; use `freshRedis()`. */
    redisUrl: string;
    /** The kinds of Redis server that this machine can have, at least one; use `redisReleases()`. */
    redisReleases: readonly RedisRelease[];
    /** The folder in which downloads are kept. */
    downloadDir: string;
  }
}

/** One MongoDB and one Redis server for the whole run, on temporary data; both end with it, however it ends. */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  // oxlint-disable-next-line eslint/no-restricted-properties -- src/config would refuse a run for faults that do not matter to tests
  const { env } = process;
  const downloadDir = path.resolve(env['DOWNLOAD_DIR'] ?? defaultDownloadDir(env));
  const scratchDir = await mkdtemp(path.join(await scratchParent(), 'marquee-test-'));
  const undo: (() => Promise<void>)[] = [() => rm(scratchDir, { recursive: true, force: true })];
  const tearDown = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const mongod = await startEmbeddedMongod({ dataDir: scratchDir, downloadDir, log: narrator });
    undo.push(() => mongod.stop());
    const { command } = await provisionRedisServer({ downloadDir, log: narrator });
    const redis = await startRedisServer({ binary: command, dir: scratchDir });
    undo.push(() => redis.stop());
    project.provide('mongoUri', mongod.uri);
    project.provide('redisUrl', redis.url);
    project.provide('redisReleases', await obtainableReleases(downloadDir));
    project.provide('downloadDir', downloadDir);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

const sharedMemory = '/dev/shm';
const scratchBytes = 2_000_000_000;

/** In memory where there is room: each majority write waits for a flush, and the gate's waits are cut short here. */
async function scratchParent(): Promise<string> {
  try {
    await access(sharedMemory, constants.W_OK);
    const { bavail, bsize } = await statfs(sharedMemory);
    return bavail * bsize > scratchBytes ? sharedMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Redis 7 takes a root's apt or an installation, 6.2 takes pip; a machine that has only one tests on that one. */
async function obtainableReleases(downloadDir: string): Promise<readonly RedisRelease[]> {
  const releases: RedisRelease[] = [];
  for (const [release, provision] of [
    ['6.2', provisionRedis62],
    ['7', provisionRedis7],
  ] as const) {
    try {
      await provision({ downloadDir, log: quiet });
      releases.push(release);
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
      narrator.warn({}, `Nothing is tested on Redis ${release}. ${error.message}`);
    }
  }
  return releases;
}
