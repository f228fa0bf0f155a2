import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createHttpServer } from '../../../src/http/server.ts';
import { StartupError } from '../../../src/shared/startup-error.ts';
import { startApp } from '../../testkit/app.ts';
import { quiet } from '../../testkit/quiet-log.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { sendText } from '../../testkit/untyped.ts';

const host = '127.0.0.1';

/** A server whose one answer is given by the test. */
const startSlowServer = async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<ServerResponse>();
  const server = createHttpServer({
    handlers: [
      (_request, response) => {
        arrive(response);
        return true;
      },
    ],
    log: quiet,
  });
  const port = await server.listen(0, host);
  return { server, url: `http://${host}:${port}/`, arrived };
};

describe('a server that is told to stop', () => {
  test('lets the request under way finish, takes no new one, and is done as soon as the answer is out', async () => {
    const { server, url, arrived } = await startSlowServer();
    const answer = fetch(url);
    const response = await arrived;
    const beganMs = performance.now();
    const closed = server.close(60_000);
    await expect(fetch(url, { headers: { connection: 'close' } })).rejects.toThrow('fetch failed');
    response.end('late but whole');
    expect(await (await answer).text()).toBe('late but whole');
    await closed;
    expect(performance.now() - beganMs).toBeLessThan(3000);
  });

  test('cuts what is not finished when the grace is over', async () => {
    const { server, url, arrived } = await startSlowServer();
    const outcome = fetch(url).catch((error: unknown) => error);
    await arrived;
    await server.close(1);
    expect(await outcome).toMatchObject({ message: 'fetch failed' });
  });

  test('may be told twice, and before it ever listened', async () => {
    const server = createHttpServer({ handlers: [], log: quiet });
    await server.close(1000);
    const port = await server.listen(0, host);
    expect((await fetch(`http://${host}:${port}/`)).status).toBe(404);
    await server.close(1000);
    await server.close(1000);
    await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow('fetch failed');
  });

  test('has answered a query that was under way when the whole application stops', async () => {
    const running = await startApp();
    const { promise: reading, resolve: read } = Promise.withResolvers<void>();
    running.app.mongo.getClient().once('commandStarted', () => read());
    const answer = sendText(
      running.url,
      '{ movies(first: 100) { totalCount nodes { title directors { name } } } }',
    );
    await reading;
    await running.app.close();
    expect(await answer).toMatchObject({ status: 200, errors: [], data: { movies: { totalCount: 3201 } } });
    await expect(fetch(running.url)).rejects.toThrow('fetch failed');
  });
});

describe('an address that cannot be had is told in a sentence', () => {
  test('for a port in use', async () => {
    await using running = await startApp();
    const port = Number(new URL(running.url).port);
    const second = createHttpServer({ handlers: [], log: quiet });
    const failure = second.listen(port, host);
    await expect(failure).rejects.toBeInstanceOf(StartupError);
    await expect(failure).rejects.toThrow(
      `Port ${port} is in use on ${host}. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
    );
  });

  test('for a host that is not of this machine', async () => {
    const failure = createHttpServer({ handlers: [], log: quiet }).listen(0, '203.0.113.1');
    await expect(failure).rejects.toBeInstanceOf(StartupError);
    await expect(failure).rejects.toThrow('HOST is 203.0.113.1, which is not an address of this machine.');
  });
});

test('a handler that throws costs its own request only', async () => {
  const log = createRecordingLog();
  const server = createHttpServer({
    handlers: [
      ({ url }, response) => {
        if (url === '/broken') throw new Error('broken on purpose');
        response.end('fine');
        return true;
      },
    ],
    log,
  });
  const port = await server.listen(0, host);
  expect((await fetch(`http://${host}:${port}/broken`)).status).toBe(500);
  expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe('fine');
  expect(log.lines).toMatchObject([{ level: 'error', fields: { url: '/broken' } }]);
  await server.close(1000);
});
