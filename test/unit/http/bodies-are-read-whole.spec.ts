import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IncomingRequest } from '../../../src/http/incoming-request.ts';

type Listener = (request: IncomingRequest, response: ServerResponse) => void;

const listen = async (listener: Listener): Promise<Socket> => {
  const server = createServer({ IncomingMessage: IncomingRequest }, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay();
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
};

/** What has come when as many answers as that are there. */
const answersOf = async (socket: Socket, count: number): Promise<readonly string[]> => {
  let text = '';
  const bodies = (): string[] => [...text.matchAll(/<([^>]*)>/g)].map(([, body = '']) => body);
  while (bodies().length < count) text += String((await once(socket, 'data'))[0]);
  return bodies();
};

const told = (body: Buffer | undefined): string => `<${body === undefined ? 'too large' : String(body)}>`;

/** Answers each body with itself. */
const echo =
  (maxBytes = 100): Listener =>
  (request, response) =>
    request.readWhole(maxBytes, (body) => {
      if (body === undefined) request.resume();
      response.end(told(body));
    });

const post = (body: string, headers = `Content-Length: ${Buffer.byteLength(body)}`): string =>
  `POST / HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n${body}`;
const chunked = (...chunks: readonly string[]): string =>
  post(
    [...chunks, ''].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join(''),
    'Transfer-Encoding: chunked',
  );

describe('the body of a request', () => {
  test.for([
    ['in one piece', post('one'), 'one'],
    ['in chunks', chunked('one, ', 'two, ', 'three'), 'one, two, three'],
    ['that is empty', post(''), ''],
    ['that is not there', 'POST / HTTP/1.1\r\nHost: localhost\r\n\r\n', ''],
    ['that is as large as it may be', post('x'.repeat(100)), 'x'.repeat(100)],
    ['that says it is too large', post('x'.repeat(101)), 'too large'],
    ['that turns out to be too large', chunked('x'.repeat(60), 'x'.repeat(60), 'x'), 'too large'],
  ] as const)('%s is read, and the connection goes on', async ([, sent, expected]) => {
    const socket = await listen(echo());
    socket.write(sent);
    expect(await answersOf(socket, 1)).toEqual([expected]);
    socket.write(post('next'));
    expect(await answersOf(socket, 1)).toEqual(['next']);
  });

  test('byte by byte is read', async () => {
    const socket = await listen(echo());
    const answers = answersOf(socket, 1);
    for (const byte of post('slowly')) {
      socket.write(byte);
      await nextTurn();
    }
    expect(await answers).toEqual(['slowly']);
  });

  test('is read when whoever wants it comes after some of it, or all', async () => {
    const waits = [1, 30];
    const socket = await listen((request, response) => {
      setTimeout(() => echo()(request, response), waits.shift());
    });
    for (const body of ['first', 'second']) {
      socket.write(post(body).slice(0, -2));
      await nextTurn();
      socket.write(body.slice(-2));
      expect(await answersOf(socket, 1)).toEqual([body]);
    }
  });

  test('of each of several requests at once is its own', async () => {
    const socket = await listen(echo());
    socket.write(post('one') + chunked('t', 'wo') + post('three'));
    expect(await answersOf(socket, 3)).toEqual(['one', 'two', 'three']);
  });

  test('is asked for from a client that waits to be', async () => {
    const socket = await listen(echo());
    socket.write(post('', 'Expect: 100-continue\r\nContent-Length: 3'));
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 100 /);
    socket.write('yes');
    expect(await answersOf(socket, 1)).toEqual(['yes']);
  });

  test('may still come when the answer is out already', async () => {
    const socket = await listen((request, response) => {
      if (request.url === '/refused') response.writeHead(403).end('<no>');
      else echo()(request, response);
    });
    socket.write(post('long').replace(' / ', ' /refused ').slice(0, -2));
    expect(await answersOf(socket, 1)).toEqual(['no']);
    socket.write(`ng${post('next')}`);
    expect(await answersOf(socket, 1)).toEqual(['next']);
  });

  test('that its client breaks off is never told of, and its request knows', async () => {
    const done = Promise.withResolvers<readonly [boolean, boolean]>();
    let isRead = false;
    const socket = await listen((request, response) => {
      request.readWhole(100, () => {
        isRead = true;
      });
      response.on('close', () => done.resolve([isRead, request.readableAborted]));
    });
    socket.write(post('never whole').slice(0, -3));
    await nextTurn();
    socket.destroy();
    expect(await done.promise).toEqual([false, true]);
  });

  test('is not kept by a connection that rests', async () => {
    const gone = Promise.withResolvers<string>();
    const registry = new FinalizationRegistry(() => gone.resolve('the request'));
    const socket = await listen((request, response) => {
      registry.register(request, undefined);
      echo()(request, response);
    });
    socket.write(post('short'));
    await answersOf(socket, 1);
    setFlagsFromString('--expose-gc');
    const collecting = setInterval(runInNewContext('gc') as () => void, 20);
    onTestFinished(() => clearInterval(collecting));
    const closed = once(socket, 'close').then(() => 'the connection');
    expect(await Promise.race([gone.promise, closed])).toBe('the request');
  });
});
