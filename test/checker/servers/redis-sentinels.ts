import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../../src/infra/embedded/port.ts';
import { startSupervised } from '../../../src/infra/embedded/supervised-process.ts';
import { RedisNode } from './redis-node.ts';

const masterName = 'checked';
const downAfterMs = 1500;
const pollMs = 50;
const patienceMs = 30_000;

/** A master with a replica, and three Sentinels that watch them. */
export class SentinelRedis implements AsyncDisposable {
  readonly kind = 'sentinel';
  readonly url: string;
  readonly nodes: readonly RedisNode[];
  readonly #sentinel: Redis;
  readonly #opened: AsyncDisposableStack;

  private constructor(
    nodes: readonly RedisNode[],
    ports: readonly number[],
    sentinel: Redis,
    opened: AsyncDisposableStack,
  ) {
    this.nodes = nodes;
    this.url = `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/${masterName}`;
    this.#sentinel = sentinel;
    this.#opened = opened;
  }

  static async start(binary: string, folder: string): Promise<SentinelRedis> {
    await using opened = new AsyncDisposableStack();
    const start = async (name: string) =>
      opened.use(await RedisNode.start({ binary, dir: path.join(folder, name) }));
    const master = await start('redis-1');
    const replica = await start('redis-2');
    await replica.client.replicaof('127.0.0.1', master.port);
    await replica.until('master_link_status', 'up');
    const ports = await Promise.all(
      [1, 2, 3].map((number) => startSentinel(number, binary, folder, master.port, opened)),
    );
    const [first = 0] = ports;
    const sentinel = new Redis(first, '127.0.0.1', { maxRetriesPerRequest: 5, retryStrategy: () => 50 });
    sentinel.on('error', () => undefined);
    opened.defer(() => sentinel.disconnect());
    const started = new SentinelRedis([master, replica], ports, sentinel, opened.move());
    await started.until(async () => {
      const info = await started.#tell();
      return info.get('num-slaves') === '1' && info.get('num-other-sentinels') === '2';
    });
    return started;
  }

  /** The one that the Sentinels call the master. */
  async master(): Promise<RedisNode> {
    const port = Number((await this.#tell()).get('port'));
    const node = this.nodes.find((one) => one.port === port);
    if (!node) throw new Error(`expected the Sentinels to name one of the servers, but got the port ${port}`);
    return node;
  }

  /** Lets the Sentinels change the roles, as an operator would. */
  async failover(): Promise<void> {
    await this.#sentinel.call('SENTINEL', 'FAILOVER', masterName);
  }

  /** Resolves when the Sentinels name another master, which says so too, and the other one follows it. */
  async untilMasterIsNot(old: RedisNode): Promise<void> {
    await this.until(async () => {
      const now = await this.master();
      return now !== old && (await now.field('role')) === 'master';
    });
  }

  async untilFollowed(): Promise<void> {
    await this.until(async () => (await (await this.master()).field('connected_slaves')) === '1');
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const endMs = performance.now() + patienceMs;
    while (!(await holds().catch(() => false))) {
      if (performance.now() > endMs) throw new Error('The Sentinels did not do what was waited for.');
      await delay(pollMs);
    }
  }

  async #tell(): Promise<ReadonlyMap<string, string>> {
    const reply: unknown = await this.#sentinel.call('SENTINEL', 'MASTER', masterName);
    if (!Array.isArray(reply)) {
      return new Map(
        Object.entries(reply ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
      );
    }
    const words = reply.map(String);
    return new Map(
      words.flatMap((word, at): [string, string][] => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [])),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#opened.disposeAsync();
  }
}

const startSentinel = async (
  number: number,
  binary: string,
  folder: string,
  masterPort: number,
  opened: AsyncDisposableStack,
): Promise<number> => {
  const port = await freePort();
  const dir = path.join(folder, `sentinel-${number}`);
  await mkdir(dir);
  const file = path.join(dir, 'sentinel.conf');
  // It writes what it learns into this file.
  await writeFile(
    file,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${dir}`,
      `sentinel monitor ${masterName} 127.0.0.1 ${masterPort} 2`,
      `sentinel down-after-milliseconds ${masterName} ${downAfterMs}`,
      `sentinel failover-timeout ${masterName} 6000`,
      '',
    ].join('\n'),
  );
  const server = await startSupervised({ command: binary, args: [file, '--sentinel'], killAfterMs: 2000 });
  opened.defer(async () => void (await server.stop()));
  return port;
};
