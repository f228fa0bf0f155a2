import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire: `fetch` hides some of it, and asks for codings of its own. */
export interface WireAnswer {
  readonly status: number;
  /** By lower-case name; of several lines of one name all, with commas between them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names as they were written, in their order. */
  readonly names: readonly string[];
  /** Without transfer-coding, with content-coding. */
  readonly body: Buffer;
  readonly text: string;
}

/** One connection, which sends what it is told and reads one answer after the other. */
export interface WireConnection extends AsyncDisposable {
  /** Does not wait for anything. */
  write(bytes: string | Uint8Array): void;
  /** Resolves once what was written has left this process. */
  flushed(): Promise<void>;
  /** @param method of the request that it answers: those of HEAD have no body. */
  read(method?: string): Promise<WireAnswer>;
  /** Resolves when the server has ended the connection, with what was left unread. */
  ended(): Promise<Buffer>;
  /** Goes away without a word. */
  cut(): void;
}

export interface WireRequest {
  readonly method?: string;
  /** With its query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with its length, as JSON unless the headers say otherwise; an object is written as JSON. */
  readonly body?: string | Uint8Array | object;
}

/** The bytes of a request, which names nothing by itself but its host, and the type and length of its body. */
export const wireBytes = ({ method, path = '/graphql', headers = {}, body }: WireRequest): Buffer => {
  const content =
    body === undefined
      ? undefined
      : typeof body === 'string' || body instanceof Uint8Array
        ? Buffer.from(body)
        : Buffer.from(JSON.stringify(body));
  const all = {
    host: 'localhost',
    ...(content && { 'content-type': 'application/json', 'content-length': String(content.byteLength) }),
    ...headers,
  };
  const head = [
    `${method ?? (content ? 'POST' : 'GET')} ${path} HTTP/1.1`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), content ?? Buffer.alloc(0)]);
};

/** The address that asks this by GET. */
export const addressOf = (params: Readonly<Record<string, unknown>>): string => {
  const query = Object.entries(params).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return `/graphql?${query.join('&')}`;
};

interface Head {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly names: string[];
  readonly end: number;
}

const headOf = (received: Buffer): Head | undefined => {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
  const headers: Record<string, string> = {};
  const names: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const written = line.slice(0, colon);
    const name = written.toLowerCase();
    const value = line.slice(colon + 1).trim();
    names.push(written);
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return { status: Number(statusLine.split(' ')[1]), headers, names, end: end + 4 };
};

const chunkedBody = (
  received: Buffer,
  from: number,
): { readonly body: Buffer; readonly end: number } | undefined => {
  const parts: Buffer[] = [];
  for (let at = from; ;) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (received.length < end + 2) return undefined;
    if (size === 0) return { body: Buffer.concat(parts), end: end + 2 };
    parts.push(received.subarray(lineEnd + 2, end));
    at = end + 2;
  }
};

const answerIn = (
  received: Buffer,
  method: string,
): { readonly answer: WireAnswer; readonly end: number } | undefined => {
  const head = headOf(received);
  if (!head) return undefined;
  const { status, headers, names } = head;
  const found =
    method === 'HEAD' || status === 304 || status === 204 || status < 200
      ? { body: Buffer.alloc(0), end: head.end }
      : headers['transfer-encoding'] === 'chunked'
        ? chunkedBody(received, head.end)
        : bodyOfLength(received, head.end, Number(headers['content-length']));
  if (!found) return undefined;
  const { body, end } = found;
  return { answer: { status, headers, names, body, text: body.toString('utf8') }, end };
};

const bodyOfLength = (received: Buffer, from: number, length: number) =>
  received.length < from + length
    ? undefined
    : { body: received.subarray(from, from + length), end: from + length };

/** @param url of the API. */
export const openWire = async (url: string): Promise<WireConnection> => {
  const socket: Socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let isEnded = false;
  let wake = Promise.withResolvers<void>();
  const stir = (): void => {
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  const end = (): void => {
    isEnded = true;
    stir();
  };
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    stir();
  });
  socket.on('end', end);
  socket.on('error', end);
  socket.on('close', end);
  await once(socket, 'connect');
  return {
    write: (bytes) => void socket.write(bytes),
    flushed: () => new Promise((resolve) => void socket.write('', () => resolve())),
    async read(method = 'GET') {
      for (;;) {
        const found = answerIn(received, method);
        if (found) {
          received = received.subarray(found.end);
          return found.answer;
        }
        if (isEnded) throw new Error(`The connection ended with "${received.toString('latin1')}".`);
        await wake.promise;
      }
    },
    async ended() {
      for (;;) {
        if (isEnded) return received;
        await wake.promise;
      }
    },
    cut: () => void socket.destroy(),
    [Symbol.asyncDispose]: async () => void socket.destroy(),
  };
};

/** One request on a connection of its own. */
export const sendWire = async (url: string, request: WireRequest): Promise<WireAnswer> => {
  await using wire = await openWire(url);
  wire.write(wireBytes(request));
  return await wire.read(request.method);
};

/** What of the headers is not another for each request. */
export const lastingHeaders = ({ headers }: WireAnswer): Record<string, string> => {
  const { date: _date, 'x-request-id': _id, 'cache-status': _status, ...lasting } = headers;
  return lasting;
};
