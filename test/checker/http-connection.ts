import { connect, type Socket } from 'node:net';

/** Why there is no answer. */
export type Silence =
  | 'unreachable' // The request never left.
  | 'lost'
  | 'late'
  | 'given up';

export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly silence: Silence;
  constructor(silence: Silence) {
    super(`no answer: ${silence}`);
    this.silence = silence;
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** A request to the API, complete but for the server that it goes to. */
export const graphqlRequest = (
  query: string,
  variables: object,
  authorization: string | undefined,
): string => {
  const body = JSON.stringify({ query, variables });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: checker',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(authorization === undefined ? [] : [`authorization: ${authorization}`]),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

interface Waiting {
  resolve(answer: HttpAnswer): void;
  reject(reason: NoAnswer): void;
}

/** Node's servers end what was idle for 5 s: a request that meets with that would seem to be lost. */
const longestIdleMs = 3000;

const headEnd = Buffer.from('\r\n\r\n');

/** The body of a message in chunks, or `undefined` while its end is missing. */
const joinChunks = (received: Buffer, from: number): string | undefined => {
  const parts: Buffer[] = [];
  let at = from;
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (received.length < end + 2) return undefined;
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(received.subarray(lineEnd + 2, end));
    at = end + 2;
  }
};

/**
 * One kept connection to one server, with one request at a time. Node's own clients cost several times the CPU, which
 * the servers need: all share the machine.
 */
export class HttpConnection {
  readonly #port: number;
  readonly #timeoutMs: number;
  #socket: Socket | undefined;
  #waiting: Waiting | undefined;
  #received: Buffer | undefined;
  #usedAt = 0;

  constructor(port: number, timeoutMs: number) {
    this.#port = port;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws NoAnswer */
  async send(request: string): Promise<HttpAnswer> {
    if (performance.now() - this.#usedAt > longestIdleMs) this.close('lost');
    const socket = this.#socket ?? (await this.#open());
    return new Promise((resolve, reject: (reason: NoAnswer) => void) => {
      this.#waiting = { resolve, reject };
      socket.write(request);
    });
  }

  /** Ends it; a request under way is given up, and whether the server goes on with it is unknown. */
  close(silence: Silence = 'given up'): void {
    const socket = this.#socket;
    const waiting = this.#waiting;
    this.#socket = undefined;
    this.#waiting = undefined;
    this.#received = undefined;
    socket?.destroy();
    waiting?.reject(new NoAnswer(silence));
  }

  #open(): Promise<Socket> {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    return new Promise((resolve, reject: (reason: NoAnswer) => void) => {
      socket.once('error', () => reject(new NoAnswer('unreachable')));
      socket.once('connect', () => {
        socket.removeAllListeners('error');
        const lost = () => {
          if (this.#socket === socket) this.close('lost');
        };
        socket.on('error', lost);
        socket.on('close', lost);
        socket.on('data', (data) => this.#take(data));
        socket.setTimeout(this.#timeoutMs, () => this.close(this.#waiting ? 'late' : 'lost'));
        this.#socket = socket;
        resolve(socket);
      });
    });
  }

  #take(data: Buffer): void {
    const received = this.#received ? Buffer.concat([this.#received, data]) : data;
    this.#received = received;
    const end = received.indexOf(headEnd);
    if (end === -1) return;
    const head = received.toString('latin1', 0, end).toLowerCase();
    const bodyStart = end + headEnd.length;
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    let body: string | undefined;
    if (length === undefined) {
      body = joinChunks(received, bodyStart);
      if (body === undefined) return;
    } else {
      if (received.length < bodyStart + Number(length)) return;
      body = received.toString('utf8', bodyStart, bodyStart + Number(length));
    }
    const waiting = this.#waiting;
    this.#received = undefined;
    this.#waiting = undefined;
    this.#usedAt = performance.now();
    if (/\r\nconnection: *close/.test(head)) this.close();
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
