import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Clock } from './clock.ts';
import type { Life } from './history.ts';
import type { InstanceOptions, InstanceReady } from './instance.ts';
import { startMongoProxy, type MongoProxy } from './mongo-proxy.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';

/** A server that takes requests. */
export interface LiveInstance {
  readonly life: Life;
  readonly port: number;
}

export interface InstancesOptions {
  readonly names: readonly string[];
  readonly engine: string;
  readonly mongoPort: number;
  readonly redisUrl: string;
  /** Longest time by which Mongo's replies are held back; 0: not at all. */
  readonly delayMs: number;
  readonly random: SeededRandom;
  readonly clock: Clock;
  /** Told of an instance that ended without being asked to, with the last that it said; it may be started again. */
  readonly onCrash: (name: string, said: string) => void;
}

interface Running extends LiveInstance {
  readonly child: ChildProcess;
  readonly proxy: MongoProxy;
  readonly said: () => string;
  /** Whether it was asked to end. */
  asked: boolean;
  /** Resolves when it is gone and nothing of it can reach Mongo. */
  gone: Promise<void>;
}

const program = fileURLToPath(new URL('instance.ts', import.meta.url));
const startTimeoutMs = 60_000;
const keptOutput = 4000;
const noWait = Promise.resolve();

/** Server processes that come, go and are killed; each life has its own way to Mongo. All end with this process. */
export class Instances {
  readonly #options: InstancesOptions;
  readonly #running = new Map<string, Running>();
  readonly #lives = new Map<string, number>();
  #available: readonly LiveInstance[] = [];
  /** The last that was said by instances which are gone. */
  #lastWords = '';

  constructor(options: InstancesOptions) {
    this.#options = options;
  }

  /** Those that listen and have not been asked to end. */
  available(): readonly LiveInstance[] {
    return this.#available;
  }

  get names(): readonly string[] {
    return this.#options.names;
  }

  isUp(name: string): boolean {
    return this.#running.has(name);
  }

  /** What instances said of late: warnings and errors. */
  said(): string {
    return this.#lastWords + [...this.#running.values()].map(({ said }) => said()).join('');
  }

  /** @throws Error with what it said, when it does not come up. */
  async start(name: string): Promise<void> {
    const { engine, mongoPort, redisUrl, delayMs, random } = this.#options;
    const number = (this.#lives.get(name) ?? 0) + 1;
    this.#lives.set(name, number);
    const proxy = await startMongoProxy({ mongoPort, delayMs, random: random.fork() });
    const options: InstanceOptions = {
      name: `${name}${number}`,
      engine,
      // Without `directConnection` the driver would ask Mongo for its address, and go there past the proxy.
      mongodbUri: `mongodb://127.0.0.1:${proxy.port}/marquee?directConnection=true`,
      redisUrl,
    };
    const child = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-keptOutput);
    });
    const exited = once(child, 'exit');
    const ready = once(child, 'message', { signal: AbortSignal.timeout(startTimeoutMs) });
    const message = await Promise.race([ready, exited.then(() => undefined)]).catch(() => undefined);
    if (message === undefined) {
      child.kill('SIGKILL');
      await exited;
      await proxy.close();
      ready.catch(() => undefined);
      throw new Error(`The instance ${options.name} did not start:\n${said}`);
    }
    const { port } = message[0] as InstanceReady;
    const life: Life = { name: options.name, goneAt: undefined };
    const running: Running = { life, port, child, proxy, said: () => said, asked: false, gone: noWait };
    this.#running.set(name, running);
    this.#refresh();
    running.gone = exited.then(() => this.#forget(name, running));
  }

  /** Ends it without a word, as a lost machine would. Resolves when nothing of it can reach Mongo any more. */
  kill(name: string): Promise<void> {
    return this.#end(name, 'SIGKILL');
  }

  /** Ends it in good order: requests under way are answered. */
  stop(name: string): Promise<void> {
    return this.#end(name, 'SIGTERM');
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((name) => this.kill(name)));
  }

  /** For when there is no time left to wait. */
  killAllNow(): void {
    for (const { child } of this.#running.values()) child.kill('SIGKILL');
  }

  async #end(name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = this.#running.get(name);
    if (!running) return;
    running.asked = true;
    // A lost machine is not missed before somebody asks it.
    if (signal === 'SIGTERM') this.#refresh();
    running.child.kill(signal);
    await running.gone;
  }

  async #forget(name: string, running: Running): Promise<void> {
    this.#running.delete(name);
    this.#refresh();
    this.#lastWords = (this.#lastWords + running.said()).slice(-keptOutput);
    await running.proxy.drained();
    running.life.goneAt = this.#options.clock();
    await running.proxy.close();
    if (!running.asked) this.#options.onCrash(name, running.said());
  }

  #refresh(): void {
    this.#available = [...this.#running.values()].filter(({ asked }) => !asked);
  }
}
