import { expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import { startApp } from '../../testkit/app.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { startOwnMongod } from '../../testkit/servers.ts';
import { codesOf, sendRaw, sendText } from '../../testkit/untyped.ts';
import { waitFor } from '../../testkit/wait-for.ts';

test('while the database is gone the server says so and lives, and answers again when it is back', async () => {
  await using mongod = await startOwnMongod();
  const log = createRecordingLog();
  await using running = await startApp({ mongodbUri: mongod.uri, log });
  const { origin } = new URL(running.url);
  const list = () => sendText(running.url, '{ movies(first: 1) { totalCount nodes { title } } }');
  const statusOf = async (path: string) => (await sendRaw(`${origin}${path}`)).status;

  expect(await list()).toMatchObject({ status: 200, data: { movies: { totalCount: 3201 } } });
  expect([await statusOf('/health'), await statusOf('/ready')]).toEqual([200, 200]);

  await mongod.stop();
  const answer = await list();
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.data ?? null).toBeNull();
  expect(new Set(codesOf(answer))).toEqual(new Set(['UNAVAILABLE']));
  expect(answer.text).not.toContain(new URL(mongod.uri.replace(/^mongodb/, 'http')).port);
  expect(answer.text).not.toContain('"http"');
  expect(log.lines.some(({ level, message }) => level === 'error' && message.includes('database'))).toBe(
    true,
  );

  // Who asks cannot be looked up either: nobody is told that their token is at fault.
  const known = await sendText(running.url, '{ __typename }', {}, { authorization: adminAuthorization });
  expect(known.status).toBe(503);
  expect(Number(known.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(codesOf(known)).toEqual(['UNAVAILABLE']);

  // A nullable field fails alone and leaves data behind, but nothing that anyone could use.
  const film = `{ movie(id: "${toGlobalId('Movie', '000000000000')}") { title } }`;
  expect(await sendText(running.url, film)).toMatchObject({ status: 503, data: { movie: null } });
  const partly = await sendText(running.url, film.replace('{', '{ __typename'));
  expect(partly).toMatchObject({ status: 200, data: { __typename: 'Query', movie: null } });
  expect(codesOf(partly)).toEqual(['UNAVAILABLE']);

  const ready = await sendRaw(`${origin}/ready`);
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toEqual({ status: 'not ready', dependencies: { mongo: 'down' } });
  expect(await statusOf('/health')).toBe(200);
  expect(await sendText(running.url, '{ __typename }')).toMatchObject({
    status: 200,
    data: { __typename: 'Query' },
  });

  await using again = await startOwnMongod({ dataDir: mongod.dataDir });
  expect(again.uri).toBe(mongod.uri);
  await waitFor(async () => (await statusOf('/ready')) === 200, 'the server is ready again');
  expect(await list()).toMatchObject({ status: 200, data: { movies: { totalCount: 3201 } } });
}, 90_000);
