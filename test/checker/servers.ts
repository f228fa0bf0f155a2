import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  defaultDownloadDir,
  provisionRedisServer,
  startEmbeddedMongod,
  startRedisServer,
} from '../../src/infra/embedded/index.ts';
import { narrator } from '../testkit/narrator.ts';

/** A real Mongo, a replica set of one, and a real Redis, on temporary data. */
export interface Servers extends AsyncDisposable {
  readonly mongodbUri: string;
  readonly mongoPort: number;
  readonly redisUrl: string;
}

export const startServers = async (): Promise<Servers> => {
  // oxlint-disable-next-line eslint/no-restricted-properties -- src/config would refuse a run for faults that do not matter here
  const { env } = process;
  const downloadDir = path.resolve(env['DOWNLOAD_DIR'] ?? defaultDownloadDir(env));
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-check-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const log = { ...narrator, info: () => undefined };
  const mongod = await startEmbeddedMongod({ dataDir: folder, downloadDir, log });
  opened.defer(() => mongod.stop());
  const { command } = await provisionRedisServer({ downloadDir, log });
  const redis = await startRedisServer({ binary: command, dir: folder });
  opened.defer(() => redis.stop());
  const resources = opened.move();
  return {
    mongodbUri: mongod.uri,
    mongoPort: Number(new URL(mongod.uri).port),
    redisUrl: redis.url,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};
