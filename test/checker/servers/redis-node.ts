import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../../src/infra/embedded/port.ts';
import { startRedisServer, type RedisServer } from '../../../src/infra/embedded/index.ts';

const dumpName = 'dump.rdb';
const pollMs = 20;
const patienceMs = 20_000;

/** One Redis server that can be broken in all the ways that servers break. It keeps its port. */
export class RedisNode implements AsyncDisposable {
  readonly port: number;
  readonly #binary: string;
  readonly #dir: string;
  readonly #args: readonly string[];
  #server: RedisServer | undefined;
  #isPaused = false;
  #client: Redis | undefined;

  private constructor(binary: string, dir: string, port: number, args: readonly string[]) {
    this.#binary = binary;
    this.#dir = dir;
    this.port = port;
    this.#args = args;
  }

  /** @param dir of its own; made. */
  static async start(options: {
    readonly binary: string;
    readonly dir: string;
    readonly args?: readonly string[];
  }): Promise<RedisNode> {
    await mkdir(options.dir, { recursive: true });
    const node = new RedisNode(options.binary, options.dir, await freePort(), options.args ?? []);
    await node.start(undefined);
    return node;
  }

  /** Whether it is worth asking: one that is stopped by {@link pause} would let a command wait for its time-out. */
  get isAnswering(): boolean {
    return this.#server !== undefined && !this.#isPaused;
  }

  get pid(): number | undefined {
    return this.#server?.pid;
  }

  /** For whoever breaks it: not what the instances use. */
  get client(): Redis {
    this.#client ??= new Redis(this.port, '127.0.0.1', {
      commandTimeout: 5000,
      maxRetriesPerRequest: 5,
      retryStrategy: () => 50,
    }).on('error', () => undefined);
    return this.#client;
  }

  /** @param dump what it finds on its disk; `undefined`: nothing. */
  async start(dump: Buffer | undefined): Promise<void> {
    const file = path.join(this.#dir, dumpName);
    if (dump) await writeFile(file, dump);
    else await rm(file, { force: true });
    this.#server = await startRedisServer({
      binary: this.#binary,
      dir: this.#dir,
      port: this.port,
      args: ['--dbfilename', dumpName, ...this.#args],
    });
  }

  /** Without a word, as when the machine is lost. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#isPaused = false;
    if (!server) return;
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
  }

  pause(): void {
    if (!this.#server) return;
    this.#isPaused = true;
    process.kill(this.#server.pid, 'SIGSTOP');
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#server) process.kill(this.#server.pid, 'SIGCONT');
  }

  /** Writes all to its disk. @returns what is there then. */
  async save(): Promise<Buffer> {
    await this.client.save();
    return readFile(path.join(this.#dir, dumpName));
  }

  /** What it says of itself. */
  async info(): Promise<ReadonlyMap<string, string>> {
    const text = await this.client.info('everything');
    return new Map(
      text.split(/\r?\n/).flatMap((line): [string, string][] => {
        const colon = line.indexOf(':');
        return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1)]];
      }),
    );
  }

  async field(name: string): Promise<string> {
    return (await this.info()).get(name) ?? 'none';
  }

  /** @throws Error when it does not say so in time. */
  async until(name: string, wanted: string): Promise<void> {
    const endMs = performance.now() + patienceMs;
    for (;;) {
      const found = await this.field(name).catch((error: unknown) => String(error));
      if (found === wanted) return;
      if (performance.now() > endMs) throw new Error(`expected ${name} ${wanted}, but got ${found}`);
      await delay(pollMs);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client?.disconnect();
    this.resume();
    await this.#server?.stop();
    this.#server = undefined;
  }
}
