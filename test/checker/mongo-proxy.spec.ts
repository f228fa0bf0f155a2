import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startMongoProxy } from './mongo-proxy.ts';
import { createSeededRandom } from '../../src/seed/seeded-random.ts';

/** A server in Mongo's place, and a client of the proxy before it. */
const start = async (delayMs: number) => {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mongoPort = (server.address() as AddressInfo).port;
  const proxy = await startMongoProxy({ mongoPort, delayMs, random: createSeededRandom(1) });
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(proxy.port, '127.0.0.1');
  const [mongo] = await accepted;
  onTestFinished(async () => {
    client.destroy();
    mongo.destroy();
    await proxy.close();
    server.close();
  });
  return { proxy, client, mongo };
};

test('replies that are held back keep their order', async () => {
  const { client, mongo } = await start(5);
  const sent = Array.from({ length: 50 }, (_, index) => `${index};`);
  let received = '';
  client.setEncoding('utf8').on('data', (text: string) => (received += text));
  for (const piece of sent) {
    mongo.write(piece);
    await new Promise(setImmediate);
  }
  mongo.end();
  await once(client, 'end');
  expect(received).toBe(sent.join(''));
});

test('a dead instance is drained once Mongo has ended what it sent', async () => {
  const { proxy, client, mongo } = await start(0);
  let asked = '';
  mongo.setEncoding('utf8').on('data', (text: string) => (asked += text));
  client.write('a last command');
  client.end();
  await once(mongo, 'end');
  expect(asked).toBe('a last command');

  let drained = false;
  const draining = proxy.drained().then(() => (drained = true));
  await new Promise(setImmediate);
  expect(drained).toBe(false);
  mongo.end();
  await draining;
});
