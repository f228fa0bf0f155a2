import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';

/** A way to a server, on which faults of a network can be made. */
export interface Way {
  readonly port: number;
  /** Connections that came through since the start. */
  readonly accepted: number;
  /** Connections that were ended by {@link cut}, {@link refuse} or {@link block}. */
  readonly ended: number;
  /** Pieces of bytes that were slowed or held. */
  readonly impeded: number;
  /** Where new connections go from now on. */
  pointTo(port: number): void;
  /** Every byte takes so much longer, in both directions; 0: as usual. */
  slow(ms: number): void;
  /** Bytes wait, in both directions, as behind a cable that was pulled; nobody is told. */
  hold(isHeld: boolean): void;
  /** Ends what is open. */
  cut(): void;
  /** Ends what is open, and whatever comes, until it is taken back. */
  refuse(isRefusing: boolean): void;
  /** As {@link refuse}, for those with one of these labels; none: nobody. */
  block(labels: ReadonlySet<string>): void;
  /**
   * Call it when the clients are dead. Resolves when the server has closed its end of every connection of theirs that carried
   * commands: it does what a connection asks in order and sees the end last, so nothing from there comes later.
   *
   * @param label only of those with this label
   */
  drained(label?: string): Promise<void>;
  close(): Promise<void>;
}

export interface WayOptions {
  readonly port: number;
  /** Longest time by which a reply is held back, drawn for each; 0: replies pass at once. */
  readonly replyDelayMs: number;
  readonly random: SeededRandom;
  /** Where it listens; default a free port. */
  readonly listen?: number;
  /** Who a connection comes from, by the port that it comes from. Bytes wait until that is known. */
  label?(remotePort: number): Promise<string | undefined>;
  /** Whether a server may take no notice of a connection's end, by the first bytes that came through it. */
  isMonitoring?(data: Buffer): boolean;
}

const opMsg = 2013;
const exhaustAllowed = 0x1_00_00;

/**
 * Mongo's driver keeps a connection on which Mongo talks without being asked, and so does not notice its end; it carries no
 * commands of the application. Bits as in the MongoDB wire protocol, OP_MSG.
 */
export const isMongoMonitoring = (data: Buffer): boolean =>
  data.length >= 20 && data.readInt32LE(12) === opMsg && (data.readUInt32LE(16) & exhaustAllowed) !== 0;

interface Conditions {
  slowMs: number;
  isHeld: boolean;
  impeded: number;
}

/** Passes bytes on, each piece at its time, never one before another, and the end last. */
class Pipe {
  readonly #to: Socket;
  readonly #conditions: Conditions;
  readonly #extraMs: () => number;
  // A timer for each piece would not do: timers of different lengths may fire in another order than their times.
  readonly #queue: { readonly at: number; readonly data: Buffer | undefined }[] = [];
  #lastAt = 0;
  #timer: NodeJS.Timeout | undefined;
  isBlocked = false;

  constructor(to: Socket, conditions: Conditions, extraMs: () => number) {
    this.#to = to;
    this.#conditions = conditions;
    this.#extraMs = extraMs;
  }

  /** @param data `undefined`: the end. */
  take(data: Buffer | undefined): void {
    const { slowMs, isHeld } = this.#conditions;
    if (data && (slowMs > 0 || isHeld)) this.#conditions.impeded += 1;
    this.#lastAt = Math.max(this.#lastAt, performance.now() + slowMs + this.#extraMs());
    this.#queue.push({ at: this.#lastAt, data });
    if (this.#queue.length === 1) this.pump();
  }

  pump(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const [next] = this.#queue;
      if (!next || this.#conditions.isHeld || this.isBlocked) return;
      const waitMs = next.at - performance.now();
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.pump(), waitMs);
        return;
      }
      this.#queue.shift();
      if (this.#to.destroyed) continue;
      if (next.data) this.#to.write(next.data);
      else this.#to.end();
    }
  }
}

interface Passage {
  readonly client: Socket;
  readonly server: Socket;
  readonly pipes: readonly Pipe[];
  label: string | undefined;
  /** Whether it carries commands whose end the server notices. */
  isCarrying: boolean;
  readonly gone: Promise<void>;
}

export const startWay = async (options: WayOptions): Promise<Way> => {
  const { replyDelayMs, random } = options;
  const conditions: Conditions = { slowMs: 0, isHeld: false, impeded: 0 };
  const open = new Set<Passage>();
  /** Both ends of all of them: one may stay open when the other is gone. */
  const sockets = new Set<Socket>();
  let target = options.port;
  let isRefusing = false;
  let blocked: ReadonlySet<string> = new Set();
  let accepted = 0;
  let ended = 0;

  const end = ({ client }: Passage): void => {
    ended += 1;
    client.destroy();
  };
  const isBlocked = ({ label }: Passage): boolean => label !== undefined && blocked.has(label);

  const label = async (passage: Passage, there: Pipe, known: Promise<string | undefined>): Promise<void> => {
    passage.label = await known;
    if (isBlocked(passage)) end(passage);
    there.isBlocked = false;
    there.pump();
  };

  const listener = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    // An ending of either side shows in 'close'.
    client.on('error', () => undefined);
    if (isRefusing) {
      ended += 1;
      client.destroy();
      return;
    }
    accepted += 1;
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    server.on('error', () => undefined);
    const there = new Pipe(server, conditions, () => 0);
    const back = new Pipe(client, conditions, () => (replyDelayMs > 0 ? random.next() * replyDelayMs : 0));
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const passage: Passage = {
      client,
      server,
      pipes: [there, back],
      label: undefined,
      isCarrying: true,
      gone,
    };
    open.add(passage);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    server.once('close', () => {
      open.delete(passage);
      resolve();
      back.take(undefined);
    });
    client.on('data', (data) => {
      if (passage.isCarrying && options.isMonitoring?.(data) === true) passage.isCarrying = false;
      there.take(data);
    });
    // With half-open sockets: what was sent is flushed, then the server sees the end.
    client.once('end', () => there.take(undefined));
    client.once('close', () => there.take(undefined));
    server.on('data', (data) => back.take(data));
    // Its end is its last word, also when the client is gone and nobody closes the other half.
    server.once('end', () => server.end());
    if (options.label && client.remotePort !== undefined) {
      there.isBlocked = true;
      void label(passage, there, options.label(client.remotePort));
    }
  });
  listener.listen(options.listen ?? 0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('expected the way to have a port');

  const pumpAll = (): void => {
    for (const { pipes } of open) for (const pipe of pipes) pipe.pump();
  };
  const cut = (): void => {
    for (const passage of open) end(passage);
  };
  return {
    port: address.port,
    get accepted() {
      return accepted;
    },
    get ended() {
      return ended;
    },
    get impeded() {
      return conditions.impeded;
    },
    pointTo(port) {
      target = port;
    },
    slow(ms) {
      conditions.slowMs = ms;
    },
    hold(isHeld) {
      conditions.isHeld = isHeld;
      if (!isHeld) pumpAll();
    },
    cut,
    refuse(now) {
      isRefusing = now;
      if (now) cut();
    },
    block(labels) {
      blocked = labels;
      for (const passage of open) if (isBlocked(passage)) end(passage);
    },
    drained: async (label) => {
      const carrying = [...open].filter(
        (passage) => passage.isCarrying && (label === undefined || passage.label === label),
      );
      await Promise.all(carrying.map(({ gone }) => gone));
    },
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
