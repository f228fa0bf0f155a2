import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Streams } from '../../graphql/subscriptions/streams.ts';
import type { GeneralLimit } from '../../limits/general-limit.ts';
import { retryAfterSeconds, subjectOf } from '../../limits/refusal.ts';
import type { Logger } from '../../shared/logger.ts';
import { requestScope } from '../../shared/request-scope.ts';
import type { ClientAddress } from '../client-address.ts';
import type { Pulse } from '../graphql/event-stream.ts';
import type { Upgrades } from '../server.ts';
import { closeCodes } from './close-codes.ts';
import { createConnection, type Connection } from './connection.ts';
import { createPulsingSocket } from './slow-socket.ts';

export interface WebSocketEndpointParts {
  /** Of the API. */
  readonly path: string;
  readonly protocol: Server<Connection>;
  /** Places for connections, by address. */
  readonly places: Streams;
  readonly limit: Pick<GeneralLimit, 'take'> | undefined;
  readonly addressOf: (request: IncomingMessage) => ClientAddress;
  readonly mayConnect: (headers: IncomingMessage['headers']) => boolean;
  /** Bytes of one message of a client. */
  readonly maxMessageBytes: number;
  readonly pulse: Pulse;
  readonly log: Logger;
}

export interface WebSocketEndpoint extends Upgrades {
  /** Connections that were cut since their client took nothing. */
  slow(): number;
}

const statusTexts = {
  400: 'Bad Request',
  403: 'Forbidden',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;

interface Refusal {
  readonly status: keyof typeof statusTexts;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const refuse = (socket: Duplex, requestId: string, refusal: Refusal): void => {
  const { status, message, retryAfterSeconds: seconds } = refusal;
  socket.end(
    [
      `HTTP/1.1 ${status} ${statusTexts[status]}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(message)}`,
      `X-Request-Id: ${requestId}`,
      ...(seconds === undefined ? [] : [`Retry-After: ${seconds}`]),
      '',
      message,
    ].join('\r\n'),
  );
};

export const createWebSocketEndpoint = (parts: WebSocketEndpointParts): WebSocketEndpoint => {
  const { path, protocol, places, limit, addressOf, mayConnect, maxMessageBytes, pulse, log } = parts;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: maxMessageBytes,
    handleProtocols,
  });
  const connections = new Set<Connection>();
  let slow = 0;

  const isWanted = ({ method, url = '', headers }: IncomingMessage): boolean =>
    method === 'GET' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    (url === path || url.startsWith(`${path}?`));

  const open = (
    socket: WebSocket,
    upgraded: Pick<Connection, 'request' | 'requestId' | 'client'>,
    leave: () => void,
  ): void => {
    const connection = createConnection(socket, upgraded);
    const { requestId } = connection;
    connections.add(connection);
    socket.on('error', (error) => log.debug({ err: error, requestId }, 'A WebSocket failed.'));
    const pulsing = createPulsingSocket(socket, pulse, () => {
      slow += 1;
      log.info({ requestId }, 'A client on a WebSocket takes nothing, and is cut off.');
    });
    const handle = async (take: (text: string) => Promise<void>, text: string): Promise<void> => {
      try {
        await take(text);
      } catch (error) {
        log.error({ err: error, requestId }, 'A message on a WebSocket met a defect.');
        connection.close(closeCodes.internal, 'Something went wrong on our side.');
      }
    };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => pulsing.send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on('message', (data: Buffer) => {
            requestScope.run({ requestId }, () => void handle(take, data.toString('utf8')));
          });
        },
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      leave();
      closed(code, reason.toString('utf8')).catch((error: unknown) =>
        log.error({ err: error, requestId }, 'A WebSocket could not be closed in order.'),
      );
    });
  };

  /** @returns why the request may not become a connection. */
  const faultOf = (request: IncomingMessage, { counted }: ClientAddress): Refusal | undefined => {
    if (!isWanted(request)) {
      return { status: 400, message: `Expected a GET of ${path} that asks for a WebSocket.\n` };
    }
    if (!mayConnect(request.headers)) {
      return { status: 403, message: 'Pages of this origin may not connect: see CORS_ORIGINS.\n' };
    }
    const taken = limit?.take(subjectOf(undefined, counted));
    return taken?.isAllowed === false
      ? {
          status: 429,
          message: 'Too many requests.\n',
          retryAfterSeconds: retryAfterSeconds(taken.quota),
        }
      : undefined;
  };

  return {
    isWanted,
    take(request, socket, head, requestId) {
      socket.on('error', () => socket.destroy());
      const client = addressOf(request);
      const fault = faultOf(request, client);
      if (fault) return refuse(socket, requestId, fault);
      const place = places.take(client.counted, () => undefined);
      if (!place.ok) {
        const { code, message } = place.fault;
        return refuse(socket, requestId, { status: code === 'RATE_LIMITED' ? 429 : 503, message });
      }
      const leave = (): void => place.value.leave('left');
      socket.once('close', leave);
      server.handleUpgrade(request, socket, head, (opened) => {
        open(opened, { request, requestId, client }, leave);
      });
    },
    async close(graceMs) {
      places.stop();
      const all = [...connections];
      const cut = setTimeout(() => {
        for (const connection of connections) connection.terminate();
      }, graceMs);
      const look = setInterval(() => {
        for (const connection of connections) {
          if (connection.answering.size === 0 && connection.isOpen())
            connection.close(
              closeCodes.goingAway,
              'This server stops. Connect again, and another one answers.',
            );
        }
      }, 10);
      await Promise.all(all.map(({ closed }) => closed));
      clearInterval(look);
      clearTimeout(cut);
      server.close();
    },
    slow: () => slow,
  };
};
