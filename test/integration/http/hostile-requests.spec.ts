import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { sendText, codesOf } from '../../testkit/untyped.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running[Symbol.asyncDispose]());

const sendBytes = async (head: string): Promise<string> => {
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (bytes) => (answer += bytes.toString()));
  socket.end(`${head}\r\n\r\n`);
  await once(socket, 'close');
  return answer;
};

describe('a request that is no request', () => {
  test.for(['[', 'a b%', '::::'])(
    'with the host "%s" is refused without a word about our files',
    async (host) => {
      const answer = await sendBytes(
        `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: ${host}\r\nConnection: close`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toMatch(/node_modules|\.ts:|\.js:/);
    },
  );

  test('with a document of thousands of fields is refused before it is read', async () => {
    const answer = await sendText(running.url, `{ ${'genres { name } '.repeat(2_000)} }`);
    expect(codesOf(answer)).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(answer.errors[0]?.message).toContain('tokens');
  });
});

test('no cache between us and the client may keep or mix answers', async () => {
  const { headers } = await fetch(`${running.url}?query=${encodeURIComponent('{ genres { name } }')}`);
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('vary')).toContain('Authorization');
});
