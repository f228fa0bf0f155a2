import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../shared/logger.ts';
import { requestScope } from '../shared/request-scope.ts';
import { StartupError } from '../shared/startup-error.ts';

/** Answers a request, or says `false` and leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

export interface HttpServer {
  /** @returns the port: the one asked for, or a free one for 0. */
  listen(port: number, host: string): Promise<number>;
  /** Lets requests under way finish, for at most `graceMs`, and then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

/** What proxies in front may send, to follow a request through several logs. */
const requestIdPattern = /^[\w.:-]{1,128}$/;

const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
};

/** What handlers make a URL of. */
const isAddress = ({ headers, url = '/' }: IncomingMessage): boolean =>
  URL.canParse(url, `http://${headers.host ?? 'localhost'}`) &&
  URL.canParse(`http://${headers.host ?? 'localhost'}`);

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

/** @param handlers asked in turn; the last one answers everything. */
export const createHttpServer = (handlers: readonly Handler[], log: Logger): HttpServer => {
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
  const server: Server = createServer((request, response) => {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    // While stopping, a connection is kept for its last answer only: else keep-alive makes the stop wait seconds more.
    response.once('finish', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    if (!isAddress(request)) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end('Expected a host and a path that make an address.\n');
      return;
    }
    requestScope.run({ requestId }, () => void handle(request, response));
  });
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
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
};
