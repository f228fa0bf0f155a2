import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendEventStream } from '../../../src/http/graphql/event-stream.ts';
import { createListeners } from '../../../src/live/listeners.ts';
import { mapEvents, mergeEvents, startingWith } from '../../../src/shared/event-streams.ts';

const listeners = createListeners();
const pulse = { keepAliveMs: 60_000, slowMs: 60_000, isComplete: () => true };

let arrived: Promise<ServerResponse>;
let server: ReturnType<typeof createServer>;
let port: number;
beforeEach(async () => {
  const { promise, resolve } = Promise.withResolvers<ServerResponse>();
  arrived = promise;
  server = createServer((_request, response) => resolve(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => void server.close());

const ask = () => {
  const client = connect(port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  return client;
};
const texts = () => mapEvents(listeners.add('topic'), (payload) => JSON.stringify(payload));

describe('a stream of events', () => {
  test('is let go when its client has gone before it began', async () => {
    const client = ask();
    const response = await arrived;
    client.destroy();
    await once(response, 'close');
    await sendEventStream(response, texts(), pulse);
    expect(listeners.report().listening).toBe(0);
  });

  test('is let go when its client goes, though nothing comes', async () => {
    const client = ask();
    const response = await arrived;
    const sent = sendEventStream(response, texts(), pulse);
    await once(client, 'data');
    expect(listeners.report().listening).toBe(1);
    client.destroy();
    await sent;
    expect(listeners.report().listening).toBe(0);
  });
});

describe('streams that are put together', () => {
  test('are merged in the order in which events come, and let go together while they wait', async () => {
    const merged = mergeEvents([listeners.add('a'), listeners.add('b'), listeners.add('never')]);
    const seen: unknown[] = [];
    for (const [topic, step] of [
      ['a', 1],
      ['b', 2],
      ['b', 3],
      ['a', 4],
    ] as const) {
      const next = merged.next();
      listeners.tell(topic, { step });
      seen.push((await next).value);
    }
    expect(seen).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }, { step: 4 }]);
    const waiting = merged.next();
    await merged.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(listeners.report().listening).toBe(0);
  });

  test('lose nothing that comes while nobody asks', async () => {
    const merged = mergeEvents([listeners.add('a'), listeners.add('b')]);
    const first = merged.next();
    listeners.tell('a', { step: 1 });
    await first;
    for (const topic of ['a', 'b', 'a']) listeners.tell(topic, { topic });
    const more = [await merged.next(), await merged.next(), await merged.next()];
    expect(more.map(({ value }) => (value as { topic: string }).topic).toSorted()).toEqual(['a', 'a', 'b']);
    await merged.return?.();
  });

  test('that begin with something are let go before it', async () => {
    const stream = startingWith({ step: 0 }, listeners.add('a'));
    await stream.return?.();
    expect(await stream.next()).toEqual({ value: undefined, done: true });
    expect(listeners.report().listening).toBe(0);
  });
});
