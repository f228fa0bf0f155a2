import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { RedisNode } from '../servers/redis-node.ts';
import { between, plainRedis, type Fault, type FaultWorld, type Proof } from './fault.ts';

const headKey = 'check:{log}:head';
const streamKey = 'check:{log}:stream';

/** What tells one life of a Redis server from another. */
const lifeOf = async (node: RedisNode) => {
  const info = await node.info();
  return { run: info.get('run_id') ?? 'none', replication: info.get('master_replid') ?? 'none' };
};

/** Kills the server and starts it again. @param dump what it has on its disk then. */
const restart = async (
  { servers, random, wait, answersAgain }: FaultWorld,
  dump: (node: RedisNode) => Promise<Buffer | undefined>,
  absentMs: number = between(random, 300, 6000),
): Promise<readonly Proof[]> => {
  const node = plainRedis(servers).current;
  const before = await lifeOf(node);
  const found = await dump(node);
  const keysBefore = await node.client.dbsize();
  await node.kill();
  await wait(absentMs);
  await node.start(found);
  answersAgain();
  const after = await lifeOf(node);
  const keys = await node.client.dbsize();
  return [
    { of: `run id (${keysBefore} keys before, ${keys} after)`, before: before.run, after: after.run },
    { of: 'replication id', before: before.replication, after: after.replication },
  ];
};

/** Sets a setting of the server for a while. */
const configured = async <T>(
  node: RedisNode,
  settings: Readonly<Record<string, string>>,
  run: () => Promise<T>,
): Promise<T> => {
  for (const [name, value] of Object.entries(settings)) await node.client.config('SET', name, value);
  try {
    return await run();
  } finally {
    await node.client.config('SET', 'maxmemory', '0');
    await node.client.config('SET', 'maxmemory-policy', 'noeviction');
  }
};

const oomErrors = async (node: RedisNode): Promise<string> =>
  (await node.field('errorstat_OOM')).replace('count=', '');

/** Where there is none, there is none to lose; the instances begin one soon. */
const untilThereIsALog = async (client: Redis): Promise<void> => {
  for (let tries = 0; tries < 300 && (await client.exists(headKey, streamKey)) < 2; tries += 1)
    await delay(100);
};

/** A dump that was made a while ago, by the node that it is of. */
const olderDumps = new WeakMap<RedisNode, Buffer>();

export const redisFaults: readonly Fault[] = [
  {
    name: 'redis-killed',
    what: 'Redis is killed with -9, and comes back after up to 6 s with what it had on its disk a moment before',
    setting: 'plain',
    breaks: 'redis',
    forgets: true,
    inject: (world) => restart(world, (node) => node.save()),
  },
  {
    name: 'redis-paused',
    what: 'Redis is stopped by SIGSTOP for up to 8 s, and goes on as if nothing had been',
    setting: 'plain',
    breaks: 'redis',
    inject: async ({ servers, random, wait }) => {
      const node = plainRedis(servers).current;
      const asked = await node.field('total_commands_processed');
      const pausedMs = between(random, 300, 8000);
      node.pause();
      await wait(pausedMs);
      const silence = performance.now();
      const answered = node.client.ping().then(() => performance.now());
      await delay(150);
      node.resume();
      const heldMs = Math.round((await answered) - silence);
      return [
        {
          of: 'time to answer a ping',
          before: 'at once',
          after: heldMs >= 140 ? `${heldMs} ms, until SIGCONT` : 'at once',
        },
        { of: 'commands processed', before: asked, after: await node.field('total_commands_processed') },
      ];
    },
  },
  {
    name: 'redis-empty',
    what: 'Redis is killed with -9, and comes back without anything',
    setting: 'plain',
    breaks: 'redis',
    forgets: true,
    inject: (world) => restart(world, async () => undefined),
  },
  {
    name: 'redis-older',
    what: 'Redis is killed with -9, and comes back from a file that is some seconds old, or from before the last epoch',
    setting: 'plain',
    breaks: 'redis',
    forgets: true,
    inject: async (world) => {
      const node = plainRedis(world.servers).current;
      const dump = olderDumps.get(node) ?? (await node.save());
      await world.wait(between(world.random, 1000, 4000));
      const next = await node.save();
      const proofs = await restart(world, async () => dump);
      olderDumps.set(node, next);
      return proofs;
    },
  },
  {
    name: 'redis-empty-at-once',
    what: 'Redis is killed with -9 and back within a moment, empty: many will not notice that it was away',
    setting: 'plain',
    breaks: 'redis',
    forgets: true,
    inject: (world) => restart(world, async () => undefined, 0),
  },
  {
    name: 'log-deleted',
    what: 'the stream of the log, its head, or both are deleted',
    setting: 'plain',
    breaks: 'redis',
    inject: async ({ servers, random }) => {
      const { client } = plainRedis(servers).current;
      await untilThereIsALog(client);
      const keys = random.pick([[headKey], [streamKey], [headKey, streamKey]]);
      const before = await client.exists(...keys);
      const deleted = await client.del(...keys);
      return [
        { of: `of ${keys.join(' and ')}`, before: `${before} there`, after: `${before - deleted} there` },
      ];
    },
  },
  {
    name: 'log-evicted',
    what: 'Redis runs under allkeys-random with too little memory, until it has evicted the log',
    setting: 'plain',
    breaks: 'redis',
    // What dead instances had counted is evicted along.
    forgets: true,
    inject: async ({ servers }) => {
      const node = plainRedis(servers).current;
      await untilThereIsALog(node.client);
      const before = await node.field('evicted_keys');
      const left = await configured(
        node,
        { 'maxmemory-policy': 'allkeys-random', maxmemory: '1' },
        async () => {
          for (let tries = 0; tries < 200; tries += 1) {
            // Evicts as long as it is asked for something that may write; the log is written by the instances themselves.
            await node.client.set('check:pressure', '1').catch(() => undefined);
            if ((await node.client.exists(headKey, streamKey)) < 2) break;
            await delay(10);
          }
          return node.client.exists(headKey, streamKey);
        },
      );
      return [
        { of: 'evicted keys', before, after: await node.field('evicted_keys') },
        { of: 'keys of the log', before: '2', after: String(left) },
      ];
    },
  },
  {
    name: 'redis-full',
    what: 'Redis has no memory left for some seconds, under noeviction: it refuses all that would grow it',
    setting: 'plain',
    breaks: 'redis',
    inject: async ({ servers, random, wait }) => {
      const node = plainRedis(servers).current;
      const before = await oomErrors(node);
      await configured(node, { 'maxmemory-policy': 'noeviction', maxmemory: '1' }, () =>
        wait(between(random, 2000, 7000)),
      );
      return [{ of: 'writes refused as OOM', before, after: await oomErrors(node) }];
    },
  },
  {
    name: 'redis-split',
    what: 'a replica is made the master; some instances use it while others still reach the old one, which serves on',
    setting: 'plain',
    breaks: 'redis',
    forgets: true,
    inject: async ({ servers, instances, random, wait }) => {
      const redis = plainRedis(servers);
      const old = redis.current;
      const next = await redis.another();
      await next.client.replicaof('127.0.0.1', old.port);
      await next.until('master_link_status', 'up');
      const before = await lifeOf(next);
      await next.client.replicaof('NO', 'ONE');
      const moved = random.shuffled(instances.names).slice(0, between(random, 1, instances.names.length));
      for (const name of moved) instances.pointRedis(name, next.port);
      for (const way of instances.ways('redis', moved)) way.cut();
      await wait(between(random, 2000, 9000));
      const roles = [await old.field('role'), await next.field('role')].join(' and ');
      const after = await lifeOf(next);
      redis.current = next;
      for (const name of instances.names) instances.pointRedis(name, next.port);
      for (const way of instances.ways('redis')) way.cut();
      await old.kill();
      return [
        {
          of: `replication id that ${moved.join(', ')} found`,
          before: before.replication,
          after: after.replication,
        },
        { of: 'roles of both at once', before: 'master and slave', after: roles },
      ];
    },
  },
];
