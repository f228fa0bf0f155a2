import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  defaultDownloadDir,
  provisionMongod,
  provisionRedis7,
  provisionRedisServer,
  startEmbeddedMongod,
} from '../../../src/infra/embedded/index.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import type { SettingName } from '../faults/fault.ts';
import { narrator } from '../../testkit/narrator.ts';
import { MongoSet } from './mongo-set.ts';
import { ClusterRedis } from './redis-clusters.ts';
import { RedisNode } from './redis-node.ts';
import { SentinelRedis } from './redis-sentinels.ts';

/** One Redis, which every life of an instance reaches on a way of its own. */
export interface PlainRedis {
  readonly kind: 'plain';
  /** The one that counts: another one may take its place. */
  current: RedisNode;
  /** Starts a further one, which ends with the run. */
  another(): Promise<RedisNode>;
}

/** A Mongo, a replica set of one, which every life of an instance reaches on a way of its own. */
export interface SingleMongo {
  readonly kind: 'single';
  readonly uri: string;
  readonly port: number;
}

/** What the instances need, real, on temporary data. */
export interface Servers extends AsyncDisposable {
  readonly mongo: SingleMongo | MongoSet;
  readonly redis: PlainRedis | SentinelRedis | ClusterRedis;
  /** For what instances keep on their disks. */
  readonly folder: string;
}

export interface ServersOptions {
  readonly setting: SettingName;
  /** Longest time by which Mongo's replies are held back, where the instances have no ways of their own to it. */
  readonly replyDelayMs: number;
  readonly random: SeededRandom;
}

export const startServers = async ({ setting, replyDelayMs, random }: ServersOptions): Promise<Servers> => {
  // oxlint-disable-next-line eslint/no-restricted-properties -- src/config would refuse a run for faults that do not matter here
  const { env } = process;
  const downloadDir = path.resolve(env['DOWNLOAD_DIR'] ?? defaultDownloadDir(env));
  const log = { ...narrator, info: () => undefined };
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-check-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));

  const openMongo = async (): Promise<Servers['mongo']> => {
    if (setting === 'replica-set') {
      const { command } = await provisionMongod({ downloadDir, log });
      return opened.use(await MongoSet.start(command, folder, replyDelayMs, random));
    }
    const dataDir = path.join(folder, 'mongo');
    await mkdir(dataDir);
    const mongod = await startEmbeddedMongod({ dataDir, downloadDir, log });
    opened.defer(() => mongod.stop());
    return { kind: 'single', uri: mongod.uri, port: Number(new URL(mongod.uri).port) };
  };
  /** Those that a fault starts, too. */
  const nodes = new AsyncDisposableStack();
  opened.defer(() => nodes.disposeAsync());
  const openRedis = async (): Promise<Servers['redis']> => {
    if (setting === 'cluster') {
      const { command } = await provisionRedis7({ downloadDir, log });
      return opened.use(await ClusterRedis.start(command, folder));
    }
    const { command } = await provisionRedisServer({ downloadDir, log });
    if (setting === 'sentinel') return opened.use(await SentinelRedis.start(command, folder));
    let started = 0;
    const another = async (): Promise<RedisNode> => {
      started += 1;
      const dir = path.join(folder, `redis-${started}`);
      return nodes.use(await RedisNode.start({ binary: command, dir }));
    };
    return { kind: 'plain', current: await another(), another };
  };
  const mongo = await openMongo();
  const redis = await openRedis();
  const resources = opened.move();
  return { mongo, redis, folder, [Symbol.asyncDispose]: () => resources.disposeAsync() };
};
