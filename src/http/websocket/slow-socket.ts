import type { WebSocket } from 'ws';
import type { Pulse } from '../graphql/event-stream.ts';

/** Bytes that may wait for a client: what reads so slowly is cut off. */
const maxWaitingBytes = 1_000_000;

/** A socket that is kept alive, and cut when its client takes nothing or is gone. */
export interface PulsingSocket {
  /** Resolves when the bytes are on their way, or nobody waits for them any more. */
  send(text: string): Promise<void>;
}

/**
 * @param onCut called when the client is cut off for being slow.
 */
export const createPulsingSocket = (
  socket: WebSocket,
  { keepAliveMs, slowMs }: Pulse,
  onCut: () => void,
): PulsingSocket => {
  /** Since the first of what still waits was handed over, or the last of it that went. */
  let waitingSinceMs: number | undefined;
  let waiting = 0;
  let isAlive = true;
  const cut = (): void => {
    onCut();
    socket.terminate();
  };
  const heard = (): void => {
    isAlive = true;
  };
  socket.on('pong', heard);
  socket.on('message', heard);
  let pingedMs = performance.now();
  const beat = setInterval(
    () => {
      if (socket.readyState !== socket.OPEN) return;
      const nowMs = performance.now();
      if (waitingSinceMs !== undefined && nowMs - waitingSinceMs >= slowMs) return cut();
      if (nowMs - pingedMs < keepAliveMs) return;
      // Nothing came since the last one: the cable is cut, or the client stands still.
      if (!isAlive) return socket.terminate();
      isAlive = false;
      pingedMs = nowMs;
      socket.ping();
    },
    Math.min(keepAliveMs, slowMs),
  ).unref();
  socket.once('close', () => clearInterval(beat));
  return {
    send: (text) =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        if (socket.bufferedAmount > maxWaitingBytes) {
          cut();
          return resolve();
        }
        waiting += 1;
        waitingSinceMs ??= performance.now();
        // A failure is followed by the close.
        socket.send(text, () => {
          waiting -= 1;
          waitingSinceMs = waiting === 0 ? undefined : performance.now();
          resolve();
        });
      }),
  };
};
