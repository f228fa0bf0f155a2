import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on this machine that is long: every byte arrives `delayMs` later, in order, in both directions. */
export interface SlowProxy extends AsyncDisposable {
  readonly port: number;
}

export const startSlowProxy = async (targetPort: number, delayMs: number): Promise<SlowProxy> => {
  const sockets = new Set<Socket>();
  const forward = (from: Socket, to: Socket): void => {
    from.on('data', (bytes) => void setTimeout(() => to.writable && to.write(bytes), delayMs));
    from.on('close', () => void setTimeout(() => to.destroy(), delayMs));
    from.on('error', () => from.destroy());
    sockets.add(from);
  };
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    client.setNoDelay(true);
    target.setNoDelay(true);
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
