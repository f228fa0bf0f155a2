import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';

/** A way to Mongo that one life of an instance has for itself. */
export interface MongoProxy {
  readonly port: number;
  /**
   * Call it when the instance is dead. Resolves when Mongo has closed its end of every connection that carried
   * commands: it does what a connection asks in order and sees the end last, so nothing from there comes later.
   */
  drained(): Promise<void>;
  close(): Promise<void>;
}

export interface MongoProxyOptions {
  readonly mongoPort: number;
  /** Longest time by which a reply is held back; 0: replies pass at once. */
  readonly delayMs: number;
  readonly random: SeededRandom;
}

const opMsg = 2013;
const exhaustAllowed = 0x1_00_00;

/**
 * The driver's monitor keeps a connection on which Mongo talks without being asked, and so does not notice its end; it
 * carries no commands of the application. Bits as in the MongoDB wire protocol, OP_MSG.
 */
const isMonitoring = (data: Buffer): boolean =>
  data.length >= 20 && data.readInt32LE(12) === opMsg && (data.readUInt32LE(16) & exhaustAllowed) !== 0;

/** Lets pass what Mongo says, each piece some milliseconds later, never one before another, and its end last. */
const passDelayed = (mongo: Socket, client: Socket, { delayMs, random }: MongoProxyOptions): void => {
  // A timer for each piece would not do: timers of different lengths may fire in another order than their times.
  const held: { readonly at: number; readonly data: Buffer | undefined }[] = [];
  let lastAt = 0;
  const pass = (): void => {
    for (;;) {
      const [next] = held;
      if (!next) return;
      const waitMs = next.at - performance.now();
      if (waitMs > 0) {
        setTimeout(pass, waitMs);
        return;
      }
      held.shift();
      if (client.destroyed) continue;
      if (next.data) client.write(next.data);
      else client.end();
    }
  };
  const hold = (data: Buffer | undefined): void => {
    lastAt = Math.max(lastAt, performance.now() + random.next() * delayMs);
    held.push({ at: lastAt, data });
    if (held.length === 1) pass();
  };
  mongo.on('data', hold);
  mongo.once('close', () => hold(undefined));
};

export const startMongoProxy = async (options: MongoProxyOptions): Promise<MongoProxy> => {
  const open = new Set<Socket>();
  const carrying = new Map<Socket, Promise<void>>();

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const mongo = connect({ port: options.mongoPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    const gone = new Promise<void>((resolve) => {
      mongo.once('close', () => {
        open.delete(mongo);
        carrying.delete(mongo);
        resolve();
      });
    });
    open.add(mongo);
    open.add(client);
    carrying.set(mongo, gone);
    // An ending of either side shows in 'close'.
    mongo.on('error', () => undefined);
    client.on('error', () => undefined);
    client.on('data', (data) => {
      if (carrying.has(mongo) && isMonitoring(data)) carrying.delete(mongo);
      mongo.write(data);
    });
    // With half-open sockets: what was sent is flushed, then Mongo sees the end.
    client.once('end', () => mongo.end());
    client.once('close', () => {
      open.delete(client);
      mongo.end();
    });
    if (options.delayMs > 0) passDelayed(mongo, client, options);
    else {
      mongo.on('data', (data) => client.write(data));
      mongo.once('close', () => client.end());
    }
    // Mongo's end is its last word, also when the client is gone and nobody closes the other half.
    mongo.once('end', () => mongo.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected the proxy to have a port');

  return {
    port: address.port,
    drained: async () => {
      await Promise.all(carrying.values());
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
};
