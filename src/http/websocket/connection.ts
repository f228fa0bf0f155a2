import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { WebSocket } from 'ws';
import type { ClientAddress } from '../client-address.ts';
import { closeCodes } from './close-codes.ts';

/** One client on a WebSocket. */
export interface Connection {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly client: ClientAddress;
  /** What they showed, if anything, in `connectionParams` or in a header. */
  authorization: string | undefined;
  /** Operations that have one answer, which is not out yet. */
  readonly answering: Set<string>;
  /** What operations were refused for, until it is sent. */
  readonly refusals: Map<string, readonly GraphQLFormattedError[]>;
  readonly closed: Promise<void>;
  /** False from when either side closes it. */
  isOpen(): boolean;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** @param request the one that became the connection. */
export const createConnection = (
  socket: WebSocket,
  { request, requestId, client }: Pick<Connection, 'request' | 'requestId' | 'client'>,
): Connection => {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  socket.once('close', () => resolve());
  return {
    request,
    requestId,
    client,
    authorization: undefined,
    answering: new Set(),
    refusals: new Map(),
    closed,
    isOpen: () => socket.readyState === socket.OPEN,
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  };
};

export const closeForbidden = (connection: Connection): void =>
  connection.close(
    closeCodes.forbidden,
    'The access token is wrong or over, or its session has ended. Connect with another one.',
  );

/** Of `connectionParams`, whichever way the name is written. */
export const authorizationIn = (
  params: Readonly<Record<string, unknown>> | undefined,
): string | undefined => {
  const [, value] =
    Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  if (value === undefined || value === null) return undefined;
  // What is no text is no credential, and refused as a wrong one.
  return typeof value === 'string' ? value : '';
};
