import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../src/config/environment.ts';
import { provisionRedisServer, startEmbeddedMongod, startRedisServer } from '../src/infra/embedded/index.ts';
import type { Logger } from '../src/shared/logger.ts';

/** A MongoDB as a replica set of one, and a Redis, on temporary data; all contestants share them. */
export interface Servers extends AsyncDisposable {
  /** @returns the address of a database. */
  mongodbUri(database: string): string;
  /** @returns the address of one of its 16 databases. */
  redisUrl(database: number): string;
  readonly versions: { readonly mongod: string; readonly redis: string };
}

export const startServers = async (log: Logger): Promise<Servers> => {
  const { downloadDir } = readEnvironment();
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log });
  opened.defer(() => mongod.stop());
  const { command, version } = await provisionRedisServer({ downloadDir, log });
  const redis = await startRedisServer({ binary: command, dir: dataDir });
  opened.defer(() => redis.stop());
  const resources = opened.move();
  return {
    mongodbUri: (database) => {
      const uri = new URL(mongod.uri);
      uri.pathname = `/${database}`;
      return uri.href;
    },
    redisUrl: (database) => `${redis.url}/${database}`,
    versions: { mongod: mongod.version, redis: version },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
};
