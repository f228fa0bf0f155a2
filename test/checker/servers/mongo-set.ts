import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { freePort, waitForPort } from '../../../src/infra/embedded/port.ts';
import { startSupervised, type SupervisedProcess } from '../../../src/infra/embedded/supervised-process.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import { isMongoMonitoring, startWay, type Way } from '../way.ts';
import { ownerOf } from './socket-owner.ts';

const { MongoClient } = mongoose.mongo;

const setName = 'checked';
const memberCount = 3;
/** Less than half of the usual, so that a run sees many elections. */
const settings = { electionTimeoutMillis: 4000, heartbeatIntervalMillis: 500, catchUpTimeoutMillis: 2000 };
const pollMs = 100;
const patienceMs = 60_000;
const startTimeoutMs = 60_000;
const majorityTimeoutMs = 1000;

/** One mongod that can be broken. Others reach it by its way, whoever they are. */
export class MongoMember {
  readonly name: string;
  readonly way: Way;
  readonly #port: number;
  readonly #args: readonly string[];
  readonly #command: string;
  #server: SupervisedProcess | undefined;
  #client: mongoose.mongo.MongoClient | undefined;

  constructor(name: string, way: Way, port: number, command: string, args: readonly string[]) {
    this.name = name;
    this.way = way;
    this.#port = port;
    this.#command = command;
    this.#args = args;
  }

  get pid(): number | undefined {
    return this.#server?.pid;
  }

  async start(): Promise<void> {
    this.#server = await startSupervised({ command: this.#command, args: this.#args, killAfterMs: 2000 });
    await waitForPort(this.#port, AbortSignal.timeout(startTimeoutMs));
  }

  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
  }

  pause(): void {
    if (this.#server) process.kill(this.#server.pid, 'SIGSTOP');
  }

  resume(): void {
    if (this.#server) process.kill(this.#server.pid, 'SIGCONT');
  }

  /** Asks the server itself, past its way. */
  async ask(command: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    this.#client ??= new MongoClient(`mongodb://127.0.0.1:${this.#port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1000,
      socketTimeoutMS: 5000,
      connectTimeoutMS: 1000,
    });
    return this.#client.db('admin').command({ ...command });
  }

  async isPrimary(): Promise<boolean> {
    return (await this.ask({ hello: 1 }).catch(() => undefined))?.['isWritablePrimary'] === true;
  }

  /** Resolves when a majority acknowledges what this primary writes. */
  async untilMajority(): Promise<void> {
    const endMs = performance.now() + patienceMs;
    for (;;) {
      const reply = await this.ask({
        appendOplogNote: 1,
        data: { of: 'the checker' },
        writeConcern: { w: 'majority', wtimeout: majorityTimeoutMs },
      }).catch((error: unknown) => ({ writeConcernError: error }));
      if (!('writeConcernError' in reply)) return;
      if (performance.now() > endMs) throw new Error('No majority acknowledges anything.');
      await delay(pollMs);
    }
  }

  async stop(): Promise<void> {
    this.resume();
    await this.#client?.close();
    await this.#server?.stop();
    await this.way.close();
  }
}

/** Three mongods as a replica set. Everybody reaches them on their ways, and so do they each other. */
export class MongoSet implements AsyncDisposable {
  readonly kind = 'set';
  readonly uri: string;
  readonly members: readonly MongoMember[];
  /** Who the processes are that connect, by their ids. */
  readonly #labels: Map<number, string>;

  private constructor(members: readonly MongoMember[], labels: Map<number, string>) {
    this.members = members;
    this.#labels = labels;
    const hosts = members.map(({ way }) => `127.0.0.1:${way.port}`).join(',');
    this.uri = `mongodb://${hosts}/marquee?replicaSet=${setName}`;
  }

  static async start(
    command: string,
    folder: string,
    replyDelayMs: number,
    random: SeededRandom,
  ): Promise<MongoSet> {
    await using opened = new AsyncDisposableStack();
    const labels = new Map<number, string>();
    const members: MongoMember[] = [];
    for (let number = 1; number <= memberCount; number += 1) {
      const port = await freePort();
      const dataDir = path.join(folder, `mongo-${number}`);
      await mkdir(dataDir);
      const way: Way = await startWay({
        port,
        replyDelayMs,
        random: random.fork(),
        isMonitoring: isMongoMonitoring,
        label: async (remotePort) => {
          const pid = await ownerOf(remotePort, way.port, labels.keys());
          return pid === undefined ? undefined : labels.get(pid);
        },
      });
      const args = [
        ['--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
        ['--replSet', setName, '--oplogSize', '128', '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
        ['--logpath', path.join(dataDir, 'mongod.log')],
        ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
        ['--setParameter', 'transactionLifetimeLimitSeconds=3'],
      ].flat();
      const member = new MongoMember(`member ${number}`, way, port, command, args);
      opened.defer(() => member.stop());
      await member.start();
      members.push(member);
    }
    const set = new MongoSet(members, labels);
    set.#know();
    const [first] = members;
    await first?.ask({
      replSetInitiate: {
        _id: setName,
        members: members.map(({ way }, _id) => ({ _id, host: `127.0.0.1:${way.port}` })),
        settings,
      },
    });
    await set.primary();
    set.#opened = opened.move();
    return set;
  }

  #opened = new AsyncDisposableStack();

  #know(): void {
    for (const { name, pid } of this.members) if (pid !== undefined) this.#labels.set(pid, name);
  }

  /** Says who a process is, before it connects. */
  register(pid: number, label: string): void {
    this.#labels.set(pid, label);
  }

  /** The member that takes writes, once there is one. */
  async primary(otherThan?: MongoMember): Promise<MongoMember> {
    const endMs = performance.now() + patienceMs;
    for (;;) {
      for (const member of this.members) {
        if (member !== otherThan && (await member.isPrimary())) return member;
      }
      if (performance.now() > endMs) throw new Error('The replica set has no primary.');
      await delay(pollMs);
    }
  }

  /** Starts a member anew, and waits until it follows. */
  async restart(member: MongoMember): Promise<void> {
    await member.start();
    this.#know();
    await this.untilWhole();
  }

  /** Resolves when there is one primary, and the others follow it. */
  async untilWhole(): Promise<void> {
    const endMs = performance.now() + patienceMs;
    for (;;) {
      const states = await Promise.all(
        this.members.map(async (member) => {
          const hello = await member.ask({ hello: 1 }).catch(() => undefined);
          return hello?.['isWritablePrimary'] === true
            ? 'primary'
            : hello?.['secondary'] === true
              ? 'secondary'
              : 'other';
        }),
      );
      if (states.filter((state) => state === 'primary').length === 1 && !states.includes('other')) return;
      if (performance.now() > endMs) throw new Error(`The replica set is ${states.join(', ')}.`);
      await delay(pollMs);
    }
  }

  /**
   * Nothing passes between this member and the others. `undefined`: all reach all.
   * @param along labels of others who reach this member and not the others; everybody else reaches them all.
   */
  cutOff(member: MongoMember | undefined, along: readonly string[] = []): void {
    for (const one of this.members) {
      if (member === undefined) one.way.block(new Set());
      else if (one === member) one.way.block(new Set(this.members.map(({ name }) => name)));
      else one.way.block(new Set([member.name, ...along]));
    }
  }

  /** As of {@link Way}, for all that a process has ever sent. */
  async drained(label: string): Promise<void> {
    await Promise.all(this.members.map(({ way }) => way.drained(label)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const member of this.members) member.resume();
    await this.#opened.disposeAsync();
  }
}
