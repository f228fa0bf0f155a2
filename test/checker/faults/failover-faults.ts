import type { RedisNode } from '../servers/redis-node.ts';
import type { ClusterRedis } from '../servers/redis-clusters.ts';
import type { SentinelRedis } from '../servers/redis-sentinels.ts';
import { between, type Fault, type FaultWorld, type Proof } from './fault.ts';

const logKey = 'check:{log}:head';

const sentinelsOf = ({ servers: { redis } }: FaultWorld): SentinelRedis => {
  if (redis.kind !== 'sentinel') throw new TypeError('expected a Redis behind Sentinels');
  return redis;
};
const clusterOf = ({ servers: { redis } }: FaultWorld): ClusterRedis => {
  if (redis.kind !== 'cluster') throw new TypeError('expected a Redis Cluster');
  return redis;
};

const replicationId = (node: RedisNode): Promise<string> => node.field('master_replid');

/** The proof that another server is the master now, and writes a log of its own. */
const changed = async (before: RedisNode, id: string, after: RedisNode): Promise<readonly Proof[]> => [
  { of: 'port of the master', before: String(before.port), after: String(after.port) },
  { of: 'replication id', before: id, after: await replicationId(after) },
];

/** @param replace has the Sentinels make another one the master. */
const promoted =
  (replace: (redis: SentinelRedis, old: RedisNode, world: FaultWorld) => Promise<void>): Fault['inject'] =>
  async (world) => {
    const redis = sentinelsOf(world);
    const old = await redis.master();
    const id = await replicationId(old);
    await replace(redis, old, world);
    await redis.untilFollowed();
    return changed(old, id, await redis.master());
  };

const sentinelFaults: readonly Fault[] = [
  {
    name: 'sentinel-master-killed',
    what: 'the master is killed with -9; the Sentinels make its replica the master, and it comes back as a replica',
    setting: 'sentinel',
    breaks: 'redis',
    forgets: true,
    inject: promoted(async (redis, old, world) => {
      await old.kill();
      await redis.untilMasterIsNot(old);
      world.answersAgain();
      await world.wait(between(world.random, 0, 2000));
      await old.start(undefined);
    }),
  },
  {
    name: 'sentinel-master-paused',
    what: 'the master is stopped by SIGSTOP until the Sentinels have replaced it; then it goes on, and takes itself for the master for a while',
    setting: 'sentinel',
    breaks: 'redis',
    forgets: true,
    inject: promoted(async (redis, old, { answersAgain }) => {
      old.pause();
      try {
        await redis.untilMasterIsNot(old);
        answersAgain();
      } finally {
        old.resume();
      }
    }),
  },
  {
    name: 'sentinel-failover',
    what: 'an operator asks the Sentinels to change master and replica',
    setting: 'sentinel',
    breaks: 'redis',
    forgets: true,
    inject: promoted(async (redis, old, { answersAgain }) => {
      await redis.failover();
      await redis.untilMasterIsNot(old);
      answersAgain();
    }),
  },
];

/** The log's slot, or any other one, of which entries are. */
const anyKey = ({ random }: FaultWorld): string =>
  random.happens(0.6) ? logKey : `any-${random.below(1000)}`;

const clusterFaults: readonly Fault[] = [
  {
    name: 'cluster-master-killed',
    what: "a master of the Cluster is killed with -9, the log's or another; its replica takes its place, and it comes back as a replica",
    setting: 'cluster',
    breaks: 'redis',
    forgets: true,
    inject: async (world) => {
      const redis = clusterOf(world);
      const key = anyKey(world);
      const old = await redis.ownerOf(key);
      const id = await replicationId(old);
      await old.kill();
      const next = await redis.untilOwnerIsNot(key, old);
      world.answersAgain();
      await world.wait(between(world.random, 0, 2000));
      await old.start(undefined);
      await old.until('master_link_status', 'up');
      return changed(old, id, next);
    },
  },
  {
    name: 'cluster-master-paused',
    what: "a master of the Cluster is stopped by SIGSTOP, the log's or another, until its replica has taken its place, and then goes on",
    setting: 'cluster',
    breaks: 'redis',
    forgets: true,
    inject: async (world) => {
      const redis = clusterOf(world);
      const key = anyKey(world);
      const old = await redis.ownerOf(key);
      const id = await replicationId(old);
      old.pause();
      let next: RedisNode;
      try {
        next = await redis.untilOwnerIsNot(key, old);
        world.answersAgain();
      } finally {
        old.resume();
      }
      await old.until('role', 'slave');
      await old.until('master_link_status', 'up');
      return changed(old, id, next);
    },
  },
];

export const failoverFaults: readonly Fault[] = [...sentinelFaults, ...clusterFaults];
