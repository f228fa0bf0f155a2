import { setTimeout as delay } from 'node:timers/promises';
import { Cluster, Redis } from 'ioredis';
import type { RedisServer } from '../../src/infra/embedded/index.ts';
import { freePort } from '../../src/infra/embedded/port.ts';
import { type Own, startOwnRedis } from './servers.ts';

type ClusterClientOptions = NonNullable<ConstructorParameters<typeof Cluster>[1]>;

export interface RedisCluster {
  /** The masters; a third of the slots is each one's. */
  readonly servers: readonly RedisServer[];
  /** The server that holds the key's slot. */
  ownerOf(key: string): Promise<RedisServer>;
  /** A client that knows every server; whoever asks for it disconnects it. */
  connect(options?: ClusterClientOptions): Cluster;
}

const SLOTS = 16_384;
const MASTERS = 3;
const POLL_MS = 20;
const FORMING_TIMEOUT_MS = 30_000;

/** A Redis Cluster of three masters without replicas (Redis 7 or newer), of a test's own. */
export async function startOwnRedisCluster(): Promise<Own<RedisCluster>> {
  const started = new AsyncDisposableStack();
  try {
    const masters: Master[] = [];
    for (let index = 0; index < MASTERS; index += 1) {
      const master = await startMaster();
      started.use(master.server);
      masters.push(master);
    }
    await form(masters);
    const servers = masters.map(({ server }) => server);
    const nodes = servers.map(({ port }) => ({ host: '127.0.0.1', port }));
    const dispose = started.move();
    return {
      servers,
      connect: (options = {}) => new Cluster(nodes, options),
      ownerOf: (key) => ownerOf(servers, key),
      [Symbol.asyncDispose]: () => dispose.disposeAsync(),
    };
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

interface Master {
  readonly server: Own<RedisServer>;
  readonly busPort: number;
}

/** A port that was free may be taken by the time that the server asks for it: then it is tried with others. */
async function startMaster(attempts = 5): Promise<Master> {
  // By default the bus listens 10,000 ports higher, where there may be none.
  const busPort = await freePort();
  const cluster = ['--cluster-enabled', 'yes', '--cluster-port', String(busPort)];
  const args = [...cluster, '--cluster-node-timeout', '5000', '--enable-debug-command', 'yes'];
  try {
    return { server: await startOwnRedis({ release: '7', args }), busPort };
  } catch (error) {
    if (attempts <= 1) throw error;
    return startMaster(attempts - 1);
  }
}

async function form(members: readonly Master[]): Promise<void> {
  using clients = new DisposableStack();
  const masters = members.map(({ server }) => {
    const master = new Redis(server.url);
    clients.defer(() => master.disconnect());
    return master;
  });
  const share = Math.ceil(SLOTS / MASTERS);
  for (const [index, master] of masters.entries()) {
    const first = index * share;
    const last = Math.min(first + share, SLOTS) - 1;
    await master.call('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
    await master.call('CLUSTER', 'ADDSLOTSRANGE', String(first), String(last));
  }
  // Only now: who knows others is given no configuration epoch any more.
  for (const [index, master] of masters.entries()) {
    for (const [other, { server, busPort }] of members.entries()) {
      if (other !== index) await master.cluster('MEET', '127.0.0.1', server.port, String(busPort));
    }
  }
  const timeout = AbortSignal.timeout(FORMING_TIMEOUT_MS);
  for (const master of masters) {
    while (!isWhole(await master.cluster('INFO'))) {
      await delay(POLL_MS, undefined, { signal: timeout });
    }
  }
}

const isWhole = (info: string): boolean =>
  info.includes('cluster_state:ok') &&
  info.includes(`cluster_slots_ok:${SLOTS}`) &&
  info.includes(`cluster_known_nodes:${MASTERS}`);

async function ownerOf(servers: readonly RedisServer[], key: string): Promise<RedisServer> {
  for (const server of servers) {
    const client = new Redis(server.url);
    try {
      await client.exists(key);
      return server;
    } catch {
      // It answers MOVED: the key is another one's.
    } finally {
      client.disconnect();
    }
  }
  throw new Error(`no server holds the slot of ${key}`);
}
