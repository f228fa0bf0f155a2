import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultCodes, type FaultCode } from '../../../src/shared/faults.ts';
import { toGlobalId } from '../../../src/shared/resolving/global-id.ts';
import { adminAuthorization } from '../../testkit/admin.ts';
import { startApp, type RunningApp } from '../../testkit/app.ts';
import { createRecordingLog } from '../../testkit/recording-log.ts';
import { codesOf, sendRaw, type UntypedAnswer } from '../../testkit/untyped.ts';

const log = createRecordingLog();
let running: RunningApp;
beforeAll(async () => {
  running = await startApp({ log });
});
afterAll(() => running[Symbol.asyncDispose]());

type Case = readonly [what: string, code: FaultCode, status: number, init: RequestInit, search?: string];

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const ask = (query: string, variables?: unknown): RequestInit => post({ query, variables });
const edit = (query: string): RequestInit => post({ query }, { authorization: adminAuthorization });
const noFilm = toGlobalId('Movie', '000000000000');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const modern = { accept: 'application/graphql-response+json' };

const cases: readonly Case[] = [
  ['a document that does not parse', 'GRAPHQL_PARSE_FAILED', 200, ask('{ movies(')],
  ['an empty selection', 'GRAPHQL_PARSE_FAILED', 200, ask('{ }')],
  ['the same, for a client of today', 'GRAPHQL_PARSE_FAILED', 400, post({ query: '{' }, modern)],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', 200, ask('{ moovies { id } }')],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', 200, ask('{ movies(limit: 3) { totalCount } }')],
  [
    'a literal of a wrong type',
    'GRAPHQL_VALIDATION_FAILED',
    200,
    ask('{ movies(first: "3") { totalCount } }'),
  ],
  ['a mutation that is none', 'GRAPHQL_VALIDATION_FAILED', 200, ask('mutation { movies { totalCount } }')],
  ['the same, for a client of today', 'GRAPHQL_VALIDATION_FAILED', 400, post({ query: '{ a }' }, modern)],
  [
    'a variable of a wrong type',
    'BAD_USER_INPUT',
    400,
    ask('query ($n: Int) { movies(first: $n) { totalCount } }', { n: 'three' }),
  ],
  ['a variable that is missing', 'BAD_USER_INPUT', 400, ask('query ($id: ID!) { movie(id: $id) { id } }')],
  [
    'an enum value that is none',
    'BAD_USER_INPUT',
    400,
    ask('query ($f: MovieSortField!) { movies(sort: { field: $f }) { totalCount } }', { f: 'COLOUR' }),
  ],
  ['a page that is too large', 'BAD_USER_INPUT', 200, ask('{ movies(first: 101) { totalCount } }')],
  ['an id that is none', 'BAD_USER_INPUT', 200, ask('{ movie(id: "x") { id } }')],
  ['a search for nothing', 'BAD_USER_INPUT', 200, ask('{ search(query: "") { totalCount } }')],
  ['a body that is not JSON', 'BAD_REQUEST', 400, post('{"query":')],
  ['a body that is a JSON text', 'BAD_REQUEST', 400, post('"{ genres { id } }"')],
  ['a batch of nothing', 'BAD_REQUEST', 400, post([])],
  [
    'a batch of eleven',
    'BAD_REQUEST',
    413,
    post(Array.from({ length: 11 }, () => ({ query: '{ genres { id } }' }))),
  ],
  [
    'a hash of an unknown document',
    'PERSISTED_QUERY_NOT_FOUND',
    200,
    post({ extensions: persisted('0'.repeat(64)) }),
  ],
  [
    'a hash of another document',
    'PERSISTED_QUERY_MISMATCH',
    200,
    post({ query: '{ genres { id } }', extensions: persisted('0'.repeat(64)) }),
  ],
  ['variables in the address that are not JSON', 'BAD_REQUEST', 400, {}, '?query={genres{id}}&variables={'],
  ['extensions in the address that are not JSON', 'BAD_REQUEST', 400, {}, '?query={genres{id}}&extensions=x'],
  ['no document', 'BAD_REQUEST', 400, post({})],
  ['a document that is a number', 'BAD_REQUEST', 400, post({ query: 3 })],
  ['variables that are a number', 'BAD_REQUEST', 400, ask('{ genres { id } }', 3)],
  ['a parameter that is none', 'BAD_REQUEST', 400, post({ query: '{ genres { id } }', colour: 'red' })],
  [
    'an operation that is not in the document',
    'BAD_REQUEST',
    400,
    post({ query: '{ genres { id } }', operationName: 'X' }),
  ],
  [
    'two operations and no name',
    'BAD_REQUEST',
    400,
    ask('query A { genres { id } } query B { genres { id } }'),
  ],
  [
    'a body of more than a megabyte',
    'BAD_REQUEST',
    413,
    ask(`# ${'x'.repeat(1_100_000)}\n{ genres { id } }`),
  ],
  ['the method PUT', 'BAD_REQUEST', 405, { ...ask('{ genres { id } }'), method: 'PUT' }],
  ['the method DELETE', 'BAD_REQUEST', 405, { method: 'DELETE' }],
  ['a mutation by GET', 'BAD_REQUEST', 405, {}, `?query=mutation{deleteMovie(id:"${noFilm}"){movie{id}}}`],
  ['a GET without a document', 'BAD_REQUEST', 400, { headers: { accept: 'application/json' } }],
  [
    'a mutation by nobody',
    'UNAUTHENTICATED',
    200,
    ask(`mutation { deleteMovie(id: "${noFilm}") { movie { id } } }`),
  ],
  [
    'a token that is none',
    'UNAUTHENTICATED',
    401,
    post({ query: '{ genres { id } }' }, { authorization: 'Bearer x' }),
  ],
  [
    'a film to change that is not there',
    'NOT_FOUND',
    200,
    edit(`mutation { deleteMovie(id: "${noFilm}") { movie { id } } }`),
  ],
  [
    'a film that is there already',
    'CONFLICT',
    200,
    edit(
      'mutation { a: createMovie(input: { title: "Twin" }) { movie { id } } b: createMovie(input: { title: "Twin" }) { movie { id } } }',
    ),
  ],
];

const send = ([, , , init, search = '']: Case): Promise<UntypedAnswer> =>
  sendRaw(`${running.url}${search}`, init);

describe('what a client does wrong is answered with a code and a sentence', () => {
  test.for(cases)('%s: %s, HTTP %i', async (request) => {
    const [, code, status] = request;
    const answer = await send(request);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    for (const { message } of answer.errors) expect(message).toMatch(/\S/);
  });

  test('and is no defect: nothing of it is logged as an error', async () => {
    for (const request of cases) await send(request);
    expect(log.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  test('with every code of the register that a client alone can bring about', () => {
    const others: FaultCode[] = ['FORBIDDEN', 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL_SERVER_ERROR'];
    const met = [...new Set(cases.map(([, code]) => code)), ...others];
    expect(met.toSorted()).toEqual(Object.keys(faultCodes).toSorted());
  });
});

describe('what is refused before it is GraphQL has no body', () => {
  test.for(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])(
    'a body of the type %s: HTTP 415',
    async (type) => {
      const init = { method: 'POST', headers: { 'content-type': type }, body: 'x' };
      expect(await sendRaw(running.url, init)).toMatchObject({ status: 415, text: '' });
    },
  );

  test('a client that takes pictures only: HTTP 406', async () => {
    const url = `${running.url}?query={genres{id}}`;
    expect(await sendRaw(url, { headers: { accept: 'image/png' } })).toMatchObject({ status: 406, text: '' });
  });
});
