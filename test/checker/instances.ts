import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from './clock.ts';
import { CountsApart } from './counts-apart.ts';
import type { Life } from './history.ts';
import {
  collectGarbage,
  type InstanceMessage,
  type InstanceOptions,
  type Listening,
  type Memory,
} from './instance-messages.ts';
import { isMongoMonitoring, startWay, type Way } from './way.ts';
import type { Servers } from './servers/servers.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';

/** A server that takes requests. */
export interface LiveInstance {
  readonly life: Life;
  readonly port: number;
}

export interface InstancesOptions {
  readonly names: readonly string[];
  readonly engine: string;
  readonly servers: Servers;
  /** Longest time by which Mongo's replies are held back; 0: not at all. */
  readonly delayMs: number;
  readonly random: SeededRandom;
  readonly clock: Clock;
  /** Told of an instance that ended without being asked to, with the last that it said; it may be started again. */
  readonly onCrash: (name: string, said: string) => void;
}

/** How much memory one life of an instance took, each time that it was looked at. */
export interface LifeMemory {
  readonly life: string;
  readonly looks: readonly MemoryLook[];
}

export interface MemoryLook extends Memory {
  /** Seconds of its life. */
  readonly at: number;
  /** What was going on. */
  readonly when: string;
}

interface Running extends LiveInstance {
  /** As it calls itself in Mongo; `undefined` without the cache of Marquee. */
  readonly id: string | undefined;
  readonly child: ChildProcess;
  /** Its own ways, where it has some. */
  readonly mongo: Way | undefined;
  readonly redis: Way | undefined;
  readonly said: () => string;
  readonly startedAt: number;
  readonly looks: MemoryLook[];
  /** Takes the answer to the look under way. */
  onMemory: (memory: Memory) => void;
  /** Whether it was asked to end. */
  asked: boolean;
  /** Resolves when it is gone and nothing of it can reach Mongo. */
  gone: Promise<void>;
}

const program = fileURLToPath(new URL('instance.ts', import.meta.url));
const startTimeoutMs = 180_000;
const keptOutput = 4000;
const defectMessage = 'A request met a defect.';
const noWait = Promise.resolve();
/** An instance that hangs is not looked at. */
const lookTimeoutMs = 2000;

const memoryOf = ({ life, looks }: Running): LifeMemory => ({ life: life.name, looks });

/** Server processes that come, go and are killed; each life has its own ways to Mongo and Redis. All end with this process. */
export class Instances {
  readonly #options: InstancesOptions;
  readonly #running = new Map<string, Running>();
  readonly #lives = new Map<string, number>();
  /** Where those go that do not go to the current Redis. */
  readonly #redisPorts = new Map<string, number>();
  readonly #memories: LifeMemory[] = [];
  readonly #aside = new Set<string>();
  #available: readonly LiveInstance[] = [];
  #defects = '';
  readonly #countsApart: CountsApart;
  #killed = 0;

  constructor(options: InstancesOptions) {
    this.#options = options;
    this.#countsApart = new CountsApart(options.clock);
  }

  /** Those that listen, have not been asked to end, and are not set aside. */
  available(): readonly LiveInstance[] {
    return this.#available;
  }

  get names(): readonly string[] {
    return this.#options.names;
  }

  /** How many lives were ended without a word. */
  get killed(): number {
    return this.#killed;
  }

  /** When one last counted apart from the others, by the checker's clock. */
  get countedApartAt(): number {
    return this.#countsApart.lastAt;
  }

  /** Of lives that were looked at twice or more. */
  memories(): readonly LifeMemory[] {
    const all = [...this.#memories, ...[...this.#running.values()].map(memoryOf)];
    return all.filter(({ looks }) => looks.length > 1);
  }

  /** Looks at the memory of all that run, as it is without garbage. Never rejects. */
  async lookAtMemory(when: string): Promise<void> {
    await Promise.all([...this.#running.values()].map((running) => this.#look(running, when)));
  }

  /** The one of that name, where it is one of {@link available}. */
  live(name: string): LiveInstance | undefined {
    return this.#available.find((instance) => instance === this.#running.get(name));
  }

  /** @param id as it calls itself in Mongo. */
  nameOf(id: string): string | undefined {
    return this.names.find((name) => this.#running.get(name)?.id === id);
  }

  /** Sends it no requests, as whoever balances the load does with one that does not answer; or sends them again. */
  setAside(name: string, isAside: boolean): void {
    if (isAside) this.#aside.add(name);
    else this.#aside.delete(name);
    this.#refresh();
  }

  /** The ways of those that run, to Redis or to Mongo. */
  ways(to: 'redis' | 'mongo', names: readonly string[] = this.names): readonly Way[] {
    return names.flatMap((name) => this.#running.get(name)?.[to] ?? []);
  }

  /** Lets an instance, and those of its name that follow, reach another Redis from now on. What is open stays. */
  pointRedis(name: string, port: number): void {
    this.#redisPorts.set(name, port);
    this.#running.get(name)?.redis?.pointTo(port);
  }

  /** What instances said first of requests that met a defect, which the client is not told. */
  get defects(): string {
    return this.#defects;
  }

  /** @throws Error with what it said, when it does not come up. */
  async start(name: string): Promise<void> {
    const { engine, servers, delayMs, random, clock } = this.#options;
    const number = (this.#lives.get(name) ?? 0) + 1;
    this.#lives.set(name, number);
    const [own, other] = [random.fork(), random.fork()];
    const mongo =
      servers.mongo.kind === 'single'
        ? await startWay({
            port: servers.mongo.port,
            replyDelayMs: delayMs,
            random: own,
            isMonitoring: isMongoMonitoring,
          })
        : undefined;
    const redis =
      servers.redis.kind === 'plain'
        ? await startWay({
            port: this.#redisPorts.get(name) ?? servers.redis.current.port,
            replyDelayMs: 0,
            random: other,
          })
        : undefined;
    const options: InstanceOptions = {
      name: `${name}${number}`,
      engine,
      // Without `directConnection` the driver would ask Mongo for its address, and go there past the way.
      mongodbUri: mongo
        ? `mongodb://127.0.0.1:${mongo.port}/marquee?directConnection=true`
        : servers.mongo.uri,
      redisUrl: servers.redis.kind === 'plain' ? `redis://127.0.0.1:${redis?.port}` : servers.redis.url,
      dataDir: path.join(servers.folder, `instance-${name}`),
    };
    const child = fork(program, [JSON.stringify(options)], {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      execArgv: ['--expose-gc'],
    });
    if (servers.mongo.kind === 'set' && child.pid !== undefined)
      servers.mongo.register(child.pid, options.name);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-keptOutput);
      if (text.includes(defectMessage)) this.#defects = (this.#defects + text).slice(0, keptOutput);
    });
    const exited = once(child, 'exit');
    const { promise: ready, resolve: isReady } = Promise.withResolvers<Listening>();
    let running: Running | undefined;
    child.on('message', (message: InstanceMessage) => {
      if ('port' in message) isReady(message);
      else if ('countsApart' in message) this.#countsApart.hear(options.name, message.countsApart);
      else running?.onMemory(message.memory);
    });
    const timeout = AbortSignal.timeout(startTimeoutMs);
    const late = once(timeout, 'abort').then(() => undefined);
    const listening = await Promise.race([ready, exited.then(() => undefined), late]);
    if (listening === undefined) {
      child.kill('SIGKILL');
      await exited;
      await Promise.all([mongo?.close(), redis?.close()]);
      throw new Error(`The instance ${options.name} did not start:\n${said}`);
    }
    const life: Life = { name: options.name, goneAt: undefined, unsettled: 0 };
    running = {
      life,
      ...listening,
      child,
      mongo,
      redis,
      said: () => said,
      startedAt: clock(),
      looks: [],
      onMemory: () => undefined,
      asked: false,
      gone: noWait,
    };
    this.#running.set(name, running);
    this.#refresh();
    running.gone = exited.then(() => running && this.#forget(name, running));
  }

  /** Ends it without a word, as a lost machine would. Resolves when nothing of it can reach Mongo any more. */
  async kill(name: string): Promise<void> {
    if (this.#running.has(name)) this.#killed += 1;
    await this.#end(name, 'SIGKILL');
  }

  /** Ends it in good order: requests under way are answered. */
  stop(name: string): Promise<void> {
    return this.#end(name, 'SIGTERM');
  }

  /** @returns its process id; `undefined`: it does not run. */
  signal(name: string, signal: 'SIGSTOP' | 'SIGCONT'): number | undefined {
    const child = this.#running.get(name)?.child;
    child?.kill(signal);
    return child?.pid;
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
    this.#memories.push(memoryOf(running));
    this.#countsApart.ended(running.life.name);
    await running.redis?.close();
    const { mongo } = this.#options.servers;
    await (mongo.kind === 'set' ? mongo.drained(running.life.name) : running.mongo?.drained());
    running.life.goneAt = this.#options.clock();
    await running.mongo?.close();
    if (!running.asked) this.#options.onCrash(name, running.said());
  }

  async #look(running: Running, when: string): Promise<void> {
    const { child, looks, startedAt } = running;
    const { promise, resolve } = Promise.withResolvers<Memory>();
    running.onMemory = resolve;
    if (!child.connected) return;
    child.send(collectGarbage, () => undefined);
    const memory = await Promise.race([promise, delay(lookTimeoutMs, undefined, { ref: false })]);
    if (!memory) return;
    looks.push({ at: Math.round((this.#options.clock() - startedAt) / 1000), when, ...memory });
  }

  #refresh(): void {
    this.#available = [...this.#running].flatMap(([name, running]) =>
      running.asked || this.#aside.has(name) ? [] : [running],
    );
  }
}
