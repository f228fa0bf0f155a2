import { once } from 'node:events';
import { connect } from 'node:net';
import { parse } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { AppExtension } from '../../../src/app.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { startEngineApp } from '../../testkit/engine-app.ts';
import { hearBySse, metricOf, openSocket, socketUrl, type Heard, type Socket } from '../../testkit/live.ts';
import { as, signedInByName } from '../../testkit/signed-in.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const forever = <Event>(next: () => Promise<Event>) => {
  let end = (): void => undefined;
  const ended = new Promise<undefined>((resolve) => (end = () => resolve(undefined)));
  let isOver = false;
  const stream: AsyncIterableIterator<Event> = {
    async next() {
      const value = isOver ? undefined : await Promise.race([next(), ended]);
      return isOver || value === undefined ? { value: undefined, done: true } : { value, done: false };
    },
    async return() {
      isOver = true;
      end();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
};

let flooded = 0;
/** Nothing ever, and very much without a pause. */
const extension: AppExtension = {
  ...signedInByName,
  typeDefs: [
    parse(
      'extend type Subscription { silence: String flood: String } extend type Query { big: String @cacheControl(maxAge: 0) }',
    ),
  ],
  resolvers: {
    Subscription: {
      silence: { subscribe: () => forever(() => new Promise<object>(() => undefined)) },
      flood: {
        subscribe: () =>
          forever(async () => {
            await new Promise((resolve) => setImmediate(resolve));
            flooded += 1;
            return {};
          }),
        resolve: () => 'x'.repeat(200_000),
      },
    },
    Query: { big: () => 'x'.repeat(200_000) },
  },
};

let running: RunningApp;
beforeAll(async () => {
  running = await startEngineApp({
    extension,
    seedProgress: undefined,
    liveStreams: { perClient: 3, total: 5 },
    pulse: { slowMs: 300, keepAliveMs: 12_000 },
    rateLimits: true,
    corsOrigins: ['https://app.example.com'],
    publicUrl: 'https://api.example.com',
  });
});
afterAll(() => running[Symbol.asyncDispose]());

const silence = 'subscription { silence }';
const open: Heard[] = [];
const kept = (heard: Heard): Heard => {
  open.push(heard);
  return heard;
};
const streams = (most: number): Promise<void> =>
  waitFor(async () => (await metricOf(running, 'live_streams')) === most, `${most} streams are open`);
const sockets = (most: number): Promise<void> =>
  waitFor(async () => (await metricOf(running, 'live_sockets')) === most, `${most} sockets are open`);
const opened: Socket[] = [];
const socketOf = (who: Record<string, string>): Socket => {
  const socket = openSocket(running, who);
  opened.push(socket);
  return socket;
};
afterEach(async () => {
  for (const heard of open.splice(0)) heard.stop();
  for (const { client } of opened.splice(0)) await client.dispose();
  await streams(0);
  await sockets(0);
});

/** How a stream by SSE is refused. */
const refusalOf = async (headers: Record<string, string>) => {
  const response = await fetch(running.url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: silence }),
  });
  const events = await response.text();
  const [, data = '{}'] = /^event: next\ndata: (.*)$/m.exec(events) ?? [];
  const { errors } = JSON.parse(data) as { errors?: readonly unknown[] };
  return { status: response.status, error: errors?.[0] };
};

describe('streams', () => {
  test('of one client are as many as it may have, whichever way they come, and one that ends makes room', async () => {
    const ann = as('viewer', 'ann');
    const socket = socketOf(ann);
    const first = kept(socket.hear(silence));
    kept(socket.hear(silence));
    kept(hearBySse(running, silence, {}, ann));
    await streams(3);
    expect(await refusalOf(ann)).toMatchObject({
      status: 429,
      error: { extensions: { code: 'RATE_LIMITED', policy: 'streams', limit: 3, remaining: 0 } },
    });
    expect(await socket.hear(silence).ended).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    first.stop();
    await streams(2);
    kept(socket.hear(silence));
    await streams(3);
  });

  test('of a process are as many as it carries', async () => {
    for (const name of ['ann', 'ben', 'cid', 'dan', 'eve'])
      kept(hearBySse(running, silence, {}, as('viewer', name)));
    await streams(5);
    expect(await refusalOf(as('viewer', 'fay'))).toMatchObject({
      status: 503,
      error: { extensions: { code: 'UNAVAILABLE' } },
    });
  });
});

/** What becomes of asking for a WebSocket. */
const outcomeOf = async (headers: Record<string, string> = {}, protocols = ['graphql-transport-ws']) => {
  const socket = new WebSocket(socketUrl(running), protocols, { headers });
  const outcome = Promise.withResolvers<number>();
  socket.on('open', () => outcome.resolve(101));
  socket.on('unexpected-response', (_request, response) => outcome.resolve(response.statusCode ?? 0));
  socket.on('error', () => undefined);
  return { socket, status: await outcome.promise };
};

describe('a WebSocket', () => {
  test('is one of a few from one address', async () => {
    const three = [await outcomeOf(), await outcomeOf(), await outcomeOf()];
    expect(three.map(({ status }) => status)).toEqual([101, 101, 101]);
    await sockets(3);
    expect((await outcomeOf()).status).toBe(429);
    for (const { socket } of three) socket.terminate();
  });

  test('is not for pages of other origins, but for ours, and for what is no browser', async () => {
    const { host } = new URL(running.url);
    const statuses: number[] = [];
    for (const origin of [
      'https://app.example.com',
      'https://api.example.com',
      `http://${host}`,
      'https://elsewhere.example.com',
      'null',
    ]) {
      const { socket, status } = await outcomeOf({ origin });
      statuses.push(status);
      socket.terminate();
      await sockets(0);
    }
    expect(statuses).toEqual([101, 101, 101, 403, 403]);
  });

  test('that does not say which protocol it speaks is closed', async () => {
    const { socket } = await outcomeOf({}, []);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4406);
  });

  test('whose message is too large, or none of the protocol, is closed', async () => {
    for (const [message, expected] of [
      [`{"type":"ping","payload":{"x":"${'x'.repeat(1_100_000)}"}}`, 1009],
      ['{"type":"nonsense"}', 4400],
      ['{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}', 4401],
    ] as const) {
      const { socket } = await outcomeOf();
      socket.send(message);
      const [code] = (await once(socket, 'close')) as [number];
      expect(code).toBe(expected);
    }
  });

  test('that is asked for in vain is an answer like any other, so HTTP/2 by upgrade is passed over', async () => {
    const { port } = new URL(running.url);
    for (const [path, upgrade, status] of [
      ['/graphql?query={__typename}', 'h2c', '200'],
      ['/elsewhere', 'websocket', '404'],
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: ${upgrade}\r\n\r\n`,
      );
      const [bytes] = (await once(socket, 'data')) as [Buffer];
      expect(bytes.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      socket.destroy();
    }
  });
});

describe('a client that takes nothing', () => {
  test('is cut off on a WebSocket, after a bounded amount was made for it', async () => {
    const { socket } = await outcomeOf();
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { flood }"}}');
    socket.pause();
    flooded = 0;
    await waitFor(async () => (await metricOf(running, 'live_sockets_slow_total')) === 1, 'it is cut off');
    await streams(0);
    const made = flooded;
    expect(made).toBeLessThan(500);
    socket.terminate();
  });

  test('is cut off from its events', async () => {
    const { port } = new URL(running.url);
    const client = connect(Number(port), '127.0.0.1');
    const body = JSON.stringify({ query: 'subscription { flood }' });
    client.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await once(client, 'data');
    client.pause();
    flooded = 0;
    await streams(0);
    expect(flooded).toBeLessThan(500);
    client.destroy();
  });
});
