import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on this machine that is long: every byte arrives `delayMs` later, in order, in both directions. */
export interface SlowProxy extends AsyncDisposable {
  readonly port: number;
}

/** @param only slow are the connections on which a client sends this, from then on; by default all. */
export const startSlowProxy = async (
  targetPort: number,
  delayMs: number,
  only?: RegExp,
): Promise<SlowProxy> => {
  const sockets = new Set<Socket>();
  const fast = new WeakSet<Socket>();
  const forward = (from: Socket, to: Socket): void => {
    from.on('data', (bytes: Buffer) => {
      if (fast.has(from) && only?.test(bytes.toString('latin1'))) {
        fast.delete(from);
        fast.delete(to);
      }
      if (fast.has(from)) to.write(bytes);
      else setTimeout(() => to.writable && to.write(bytes), delayMs);
    });
    from.on('close', () => void setTimeout(() => to.destroy(), delayMs));
    from.on('error', () => from.destroy());
    sockets.add(from);
  };
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    client.setNoDelay(true);
    target.setNoDelay(true);
    if (only) for (const socket of [client, target]) fast.add(socket);
    forward(client, target);
    forward(target, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};
