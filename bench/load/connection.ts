import { once } from 'node:events';
import { connect } from 'node:net';
import { createAnswerReader, type Answer } from './answer-reader.ts';

/**
 * A kept connection with one request under way at a time. Node's own clients, and autocannon, take more CPU than the
 * servers that they are to measure.
 */
export interface LoadConnection {
  /** Sends a request; `take` is called with its answer, synchronously as its last byte arrives. */
  send(request: Buffer): void;
  /** What becomes of answers; may send the next request. */
  take: (answer: Answer) => void;
  close(): void;
}

const readBytes = 65_536;

/** @param fail told when the connection is lost while it is open. */
export const openConnection = async (port: number, fail: (error: Error) => void): Promise<LoadConnection> => {
  const read = createAnswerReader();
  const buffer = Buffer.allocUnsafe(readBytes);
  let closed = false;
  const socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    // The bytes of every answer land in one buffer: nothing is allocated for them.
    onread: {
      buffer,
      callback: (size) => {
        const answer = read(buffer.subarray(0, size));
        if (answer) connection.take(answer);
        return true;
      },
    },
  });
  const connection: LoadConnection = {
    send: (request) => void socket.write(request),
    take: () => undefined,
    close: () => {
      closed = true;
      socket.destroy();
    },
  };
  await once(socket, 'connect');
  socket.on('error', fail);
  socket.on('close', () => {
    if (!closed) fail(new Error(`The server on port ${port} closed a connection under load.`));
  });
  return connection;
};

/** Opens several, to be closed together. */
export const openConnections = async (
  port: number,
  count: number,
  fail: (error: Error) => void,
): Promise<LoadConnection[]> => Promise.all(Array.from({ length: count }, () => openConnection(port, fail)));
