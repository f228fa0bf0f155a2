import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startWay } from './way.ts';
import { createSeededRandom } from '../../src/seed/seeded-random.ts';

/** A server in Mongo's place, and a client of the way to it. */
const start = async (replyDelayMs = 0) => {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const way = await startWay({ port, replyDelayMs, random: createSeededRandom(1) });
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(way.port, '127.0.0.1');
  const [mongo] = await accepted;
  onTestFinished(async () => {
    client.destroy();
    mongo.destroy();
    await way.close();
    server.close();
  });
  return { way, client, mongo };
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
  const { way, client, mongo } = await start();
  let asked = '';
  mongo.setEncoding('utf8').on('data', (text: string) => (asked += text));
  client.write('a last command');
  client.end();
  await once(mongo, 'end');
  expect(asked).toBe('a last command');

  let drained = false;
  const draining = way.drained().then(() => (drained = true));
  await new Promise(setImmediate);
  expect(drained).toBe(false);
  mongo.end();
  await draining;
});

test('a dead instance whose bytes are held is not drained before they have arrived', async () => {
  const { way, client, mongo } = await start();
  let asked = '';
  mongo.setEncoding('utf8').on('data', (text: string) => (asked += text));
  mongo.once('end', () => mongo.end());
  way.hold(true);
  client.end('a last command');
  let drained = false;
  const draining = way.drained().then(() => (drained = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect([asked, drained]).toEqual(['', false]);
  way.hold(false);
  await draining;
  expect(asked).toBe('a last command');
});

test('a cut ends what is open, and leaves the way free for others', async () => {
  const { way, client, mongo } = await start();
  way.cut();
  await Promise.all([once(client, 'close'), once(mongo, 'end')]);
  mongo.end();
  expect(way.ended).toBe(1);
  const next = connect(way.port, '127.0.0.1');
  onTestFinished(() => void next.destroy());
  await once(next, 'connect');
});

test('while it refuses, nobody comes through', async () => {
  const { way } = await start();
  way.refuse(true);
  const next = connect(way.port, '127.0.0.1');
  next.on('error', () => undefined);
  await once(next, 'close');
  expect(way.accepted).toBe(1);
});
