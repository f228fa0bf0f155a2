import { createServer, ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { Logger } from '../shared/logger.ts';
import { requestScope } from '../shared/request-scope.ts';
import { StartupError } from '../shared/startup-error.ts';
import type { GraphqlEndpoint } from './graphql/graphql-endpoint.ts';
import { IncomingRequest } from './incoming-request.ts';
import { requestIdOf } from './request-id.ts';
import { timedResponse, type RequestClock } from './timed-response.ts';

/** Answers a request, or says `false` and leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

const longUploads = new WeakSet<Duplex>();

/**
 * Lets the body of a request take as long as it takes: else Node cuts it after five minutes, however fast it flows. Whoever
 * asks for it sees to clients that send nothing.
 * @returns ends that.
 */
export const allowLongUpload = ({ socket }: IncomingMessage): Disposable => {
  longUploads.add(socket);
  return { [Symbol.dispose]: () => void longUploads.delete(socket) };
};

const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const hasBegunToAnswer = (socket: Duplex): boolean =>
  '_httpMessage' in socket &&
  socket._httpMessage instanceof ServerResponse &&
  socket._httpMessage.headersSent;

/** As Node does it where nobody listens, but for long uploads. */
const onClientError = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  const { code = '' } = error;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && longUploads.has(socket)) return;
  if (socket.writable && !hasBegunToAnswer(socket)) {
    socket.write(`HTTP/1.1 ${refusals[code] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
  }
  socket.destroy(error);
};

export interface HttpServer {
  /** @returns the port: the one asked for, or a free one for 0. */
  listen(port: number, host: string): Promise<number>;
  /** Lets requests under way finish, for at most `graceMs`, and then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

/** Whether handlers can make a URL of it. */
const isHost = (host: string): boolean => URL.canParse(`http://${host}`);
const isPath = (path: string): boolean => URL.canParse(path, 'http://localhost');

/** Characters of the hosts that are known to be good: clients repeat them. */
const maxHostCharacters = 10_000;

/** Milliseconds between looks, while stopping, for connections whose last answer is out. */
const stoppingLookMs = 20;

const listenFailure = (error: NodeJS.ErrnoException, port: number, host: string): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartupError(
        `Port ${port} is in use on ${host}. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartupError(
        `Port ${port} may not be used without special rights. Choose one above 1023 with PORT.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupError(`HOST is ${host}, which is not an address of this machine.`);
    default:
      return error;
  }
};

/** Takes connections over that become something else than HTTP. */
export interface Upgrades {
  /** Whether a request asks for that; every other `Upgrade` is passed over, as HTTP allows. */
  isWanted(request: IncomingMessage): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer, requestId: string): void;
  /** Ends all, those first that have nothing to do any more. Resolves when they are closed. */
  close(graceMs: number): Promise<void>;
}

export interface HttpServerOptions {
  /** Where most requests go: it has its path to itself, and names the request in its answers. */
  readonly api?: { readonly path: string; readonly endpoint: GraphqlEndpoint };
  /** Asked in turn for every other path; the last one answers everything. */
  readonly handlers: readonly Handler[];
  readonly upgrades?: Upgrades | undefined;
  /** Called when it begins to stop: ends answers that would go on for as long as somebody listens. */
  readonly onStopping?: () => void;
  /** Counts how long requests take. */
  readonly clock?: RequestClock;
  /** Milliseconds that a request may take to come in, unless {@link allowLongUpload}; default five minutes. */
  readonly requestTimeoutMs?: number;
  readonly log: Logger;
}

export const createHttpServer = ({
  api,
  handlers,
  upgrades,
  onStopping,
  clock,
  requestTimeoutMs = 300_000,
  log,
}: HttpServerOptions): HttpServer => {
  const path = api?.path ?? '';
  const pathWithQuery = `${path}?`;
  const goodHosts = createBoundedCache<true>(maxHostCharacters);
  let lastGoodHost = 'localhost';
  const isGoodHost = (host = 'localhost'): boolean => {
    if (host === lastGoodHost) return true;
    if (!goodHosts.get(host)) {
      if (!isHost(host)) return false;
      goodHosts.set(host, true);
    }
    lastGoodHost = host;
    return true;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      for (const handler of handlers) {
        if (await handler(request, response)) return;
      }
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('There is nothing here.\n');
    } catch (error) {
      log.error({ err: error, url: request.url }, 'A request could not be answered.');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
  const ofServer = {
    // A GET has no body to wait for: its stream is over from the start.
    optimizeEmptyRequests: true,
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(60_000, requestTimeoutMs),
    connectionsCheckingInterval: Math.min(30_000, requestTimeoutMs),
    IncomingMessage: IncomingRequest,
    ...(clock && { ServerResponse: timedResponse(clock) }),
    ...(upgrades && { shouldUpgradeCallback: (request: IncomingMessage) => upgrades.isWanted(request) }),
  };
  const server: Server = createServer(ofServer, (request, response) => {
    const { url = '/', headers } = request;
    const requestId = requestIdOf(request);
    const endpoint = url === path || url.startsWith(pathWithQuery) ? api?.endpoint : undefined;
    if (!isGoodHost(headers.host) || !(endpoint || isPath(url))) {
      response.writeHead(400, {
        'content-type': 'text/plain; charset=utf-8',
        connection: 'close',
        'x-request-id': requestId,
      });
      response.end('Expected a host and a path that make an address.\n');
      return;
    }
    if (endpoint) {
      endpoint(request, response, requestId);
      return;
    }
    response.setHeader('x-request-id', requestId);
    requestScope.run({ requestId }, () => void handle(request, response));
  });
  server.on('clientError', onClientError);
  if (upgrades) {
    server.on('upgrade', (request, socket, head) => {
      const requestId = requestIdOf(request);
      requestScope.run({ requestId }, () => upgrades.take(request, socket, head, requestId));
    });
  }
  return {
    listen: async (port, host) => {
      server.listen(port, host);
      try {
        await once(server, 'listening');
      } catch (error) {
        throw error instanceof Error ? listenFailure(error, port, host) : error;
      }
      return (server.address() as AddressInfo).port;
    },
    close: async (graceMs) => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      onStopping?.();
      const upgraded = upgrades?.close(graceMs);
      // A connection is kept for its last answer only: else keep-alive makes the stop wait seconds more.
      const look = setInterval(() => server.closeIdleConnections(), stoppingLookMs);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await Promise.all([closed, upgraded]);
      clearInterval(look);
      clearTimeout(cut);
    },
  };
};
