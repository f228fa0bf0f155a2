import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { addMovie, keyOf, moviesIn } from '../../testkit/catalogue.ts';
import { MovieDetail } from '../../testkit/documents.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { codesOf, sendText } from '../../testkit/untyped.ts';

const log = createRecordingLog();
let running: RunningApp;
/** A film that lacks what the schema promises. */
let broken: string;
beforeAll(async () => {
  running = await startApp({ log });
  broken = await addMovie(running.admin, { title: 'Broken' });
  await moviesIn(running).updateOne(
    { _id: keyOf(broken) },
    { $unset: { title: 1 }, $set: { genreIds: 7 as never } },
  );
});
afterAll(() => running[Symbol.asyncDispose]());

const defects = () => log.lines.filter(({ level }) => level === 'error');

describe('a defect', () => {
  test('is told as nothing but the id of the request, and logged with its reason under that id', async () => {
    const id = 'the-request-of-this-test';
    const headers = { 'x-request-id': id };
    const { body, headers: answered } = await running.client.send(MovieDetail, { id: broken }, { headers });
    expect(answered.get('x-request-id')).toBe(id);
    expect(body.data).toEqual({ movie: null });
    const told = {
      message: `Something went wrong on our side. Our log has it under request ${id}.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
    expect(body.errors?.length).toBeGreaterThan(0);
    for (const error of body.errors ?? []) expect(error).toMatchObject(told);
    expect(JSON.stringify(body.errors)).not.toMatch(/genreIds|non-nullable|TypeError|\.ts/);

    const lines = defects().filter(({ fields }) => fields['requestId'] === id);
    expect(lines.length).toBe(body.errors?.length);
    expect(lines.map(({ fields }) => String(fields['err'])).join('\n')).toMatch(/non-nullable|TypeError/);
    for (const { fields } of lines) expect(fields['path']).toEqual(expect.arrayContaining(['movie']));
  });

  test('leaves the rest of the answer whole', async () => {
    const answer = await sendText(
      running.url,
      `{ broken: movie(id: "${broken}") { title } genre(slug: "western") { name } }`,
    );
    expect(answer).toMatchObject({ status: 200, data: { broken: null, genre: { name: 'Western' } } });
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});

describe('x-request-id', () => {
  /** The id of the process, and a number. */
  const ownId = /^[\w-]{12}\.[0-9a-z]+$/;
  const idOf = async (given?: string): Promise<string | null> => {
    const { headers } = await sendText(
      running.url,
      '{ __typename }',
      {},
      given === undefined ? {} : { 'x-request-id': given },
    );
    return headers.get('x-request-id');
  };

  test('is new for each request that brings none', async () => {
    const [one, other] = [await idOf(), await idOf()];
    expect(one).toMatch(ownId);
    expect(other).toMatch(ownId);
    expect(one).not.toBe(other);
  });

  test('is the one that a proxy gave', async () => {
    expect(await idOf('edge:1234.a_b-c')).toBe('edge:1234.a_b-c');
  });

  test.for(['has spaces in it', 'x'.repeat(129), '{"$where":1}'])(
    'is not %j, which could forge a line of the log',
    async (given) => {
      expect(await idOf(given)).toMatch(ownId);
    },
  );

  test('is on answers that are not GraphQL too', async () => {
    const { origin } = new URL(running.url);
    for (const path of ['/health', '/ready', '/', '/nothing-here']) {
      const { headers } = await fetch(`${origin}${path}`, { redirect: 'manual' });
      expect(headers.get('x-request-id')).toMatch(ownId);
    }
  });
});

test('an operation is logged with its name, its time and its request', async () => {
  const id = 'the-logged-request';
  await running.client.query(
    MovieDetail,
    { id: toGlobalId('Movie', 'none') },
    { headers: { 'x-request-id': id } },
  );
  const lines = log.lines.filter(({ level, fields }) => level === 'debug' && fields['requestId'] === id);
  expect(lines.map(({ fields }) => fields)).toEqual([
    {
      requestId: id,
      kind: 'query',
      operation: 'MovieDetail',
      durationMs: expect.any(Number) as number,
      errors: 0,
    },
  ]);
});
