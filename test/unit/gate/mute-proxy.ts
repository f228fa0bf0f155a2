import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Passes bytes to a server and back until it is told to say nothing more. */
export interface MuteProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections stay open and new ones are taken, and nothing comes through any of them until the next change. */
  setMute(isMute: boolean): void;
}

export const startMuteProxy = async (target: { host: string; port: number }): Promise<MuteProxy> => {
  const sockets = new Set<Socket>();
  let isMuted = false;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes: Buffer) => to.write(bytes));
      if (isMuted) from.pause();
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
  return {
    port: address.port,
    setMute(isMute) {
      isMuted = isMute;
      for (const socket of sockets) {
        if (isMute) socket.pause();
        else socket.resume();
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
