import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../src/infra/embedded/port.ts';
import { slotOfKey } from '../../../src/cache/stores/key-slots.ts';
import { RedisNode } from './redis-node.ts';

const slots = 16_384;
const masters = 3;
const nodeTimeoutMs = 2000;
const pollMs = 50;
const patienceMs = 30_000;

interface Member {
  readonly node: RedisNode;
  readonly busPort: number;
  /** Its name in the Cluster. */
  readonly id: string;
}

/** Three masters with a third of the slots each, and a replica of each. Redis 7 or newer. */
export class ClusterRedis implements AsyncDisposable {
  readonly kind = 'cluster';
  readonly url: string;
  readonly members: readonly Member[];
  readonly #opened: AsyncDisposableStack;

  private constructor(members: readonly Member[], opened: AsyncDisposableStack) {
    this.members = members;
    this.url = `redis+cluster://${members.map(({ node }) => `127.0.0.1:${node.port}`).join(',')}`;
    this.#opened = opened;
  }

  static async start(binary: string, folder: string): Promise<ClusterRedis> {
    await using opened = new AsyncDisposableStack();
    const members: Member[] = [];
    for (let number = 0; number < 2 * masters; number += 1) {
      // By default the bus listens 10,000 ports higher, where there may be none.
      const busPort = await freePort();
      const node = opened.use(
        await RedisNode.start({
          binary,
          dir: path.join(folder, `redis-${number}`),
          args: [
            ['--cluster-enabled', 'yes', '--cluster-port', String(busPort)],
            ['--cluster-node-timeout', String(nodeTimeoutMs), '--cluster-require-full-coverage', 'no'],
          ].flat(),
        }),
      );
      members.push({ node, busPort, id: String(await node.client.call('CLUSTER', 'MYID')) });
    }
    await form(members);
    return new ClusterRedis(members, opened.move());
  }

  /** The master that holds the slot of a key. */
  async ownerOf(key: string): Promise<RedisNode> {
    const slot = slotOfKey(key);
    for (const { node } of this.members) {
      if (!node.isAnswering) continue;
      const role = await node.field('role').catch(() => 'none');
      if (role !== 'master') continue;
      const owned = await ownSlots(node);
      if (owned.some(([from, to]) => from <= slot && slot <= to)) return node;
    }
    throw new Error(`no server holds the slot of ${key}`);
  }

  /** Resolves when another server than this one holds the slot of a key. */
  async untilOwnerIsNot(key: string, old: RedisNode): Promise<RedisNode> {
    return until(async () => {
      const owner = await this.ownerOf(key);
      return owner === old ? undefined : owner;
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#opened.disposeAsync();
  }
}

const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  const endMs = performance.now() + patienceMs;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > endMs) throw new Error('The Cluster did not do what was waited for.');
    await delay(pollMs);
  }
};

/** Of `CLUSTER NODES`, the line about the server itself: the slots stand from its ninth word on. */
const ownSlots = async (node: RedisNode): Promise<readonly (readonly [number, number])[]> => {
  const lines = String(await node.client.call('CLUSTER', 'NODES')).split('\n');
  const words = lines.find((line) => line.includes('myself'))?.split(' ') ?? [];
  return words.slice(8).flatMap((word): [number, number][] => {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(word) ?? [];
    return from === undefined ? [] : [[Number(from), Number(to)]];
  });
};

const form = async (members: readonly Member[]): Promise<void> => {
  const share = Math.ceil(slots / masters);
  for (const [index, { node }] of members.entries()) {
    await node.client.call('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
    if (index >= masters) continue;
    const first = index * share;
    await node.client.call(
      'CLUSTER',
      'ADDSLOTSRANGE',
      String(first),
      String(Math.min(first + share, slots) - 1),
    );
  }
  // Only now: who knows others is given no configuration epoch any more.
  const [{ node: first }] = members as [Member];
  for (const { node, busPort } of members.slice(1)) {
    await first.client.call('CLUSTER', 'MEET', '127.0.0.1', String(node.port), String(busPort));
  }
  for (const { node } of members) {
    await until(async () =>
      String(await node.client.call('CLUSTER', 'INFO')).includes(`cluster_known_nodes:${members.length}`)
        ? true
        : undefined,
    );
  }
  for (const [index, { node }] of members.entries()) {
    const master = members[index - masters];
    if (master === undefined) continue;
    await until(
      async () => (await node.client.call('CLUSTER', 'REPLICATE', master.id)) === 'OK' || undefined,
    );
    await node.until('master_link_status', 'up');
  }
  for (const { node } of members) {
    await until(async () =>
      String(await node.client.call('CLUSTER', 'INFO')).includes('cluster_state:ok') ? true : undefined,
    );
  }
};
