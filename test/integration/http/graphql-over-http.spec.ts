import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningApp } from '../../testkit/app.ts';
import { live } from '../../testkit/engine-app.ts';
import {
  addressOf,
  openWire,
  sendWire,
  wireBytes,
  type WireAnswer,
  type WireRequest,
} from '../../testkit/raw-http.ts';
import {
  byHash,
  credentialsOf,
  freshName,
  isHit,
  register,
  startProduction,
  untilHit,
  ways,
} from '../../testkit/wire-asks.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

let running: RunningApp;
beforeAll(async () => {
  running = await startProduction();
  await live(running);
});
afterAll(() => running[Symbol.asyncDispose]());

const send = (request: WireRequest): Promise<WireAnswer> => sendWire(running.url, request);
const question = () => ({ query: `{ ${freshName()}: genres { name } }` });
const codesOf = ({ text }: WireAnswer): unknown[] => {
  const { errors = [] } = JSON.parse(text || '{}') as { errors?: { extensions?: { code?: unknown } }[] };
  return errors.map(({ extensions }) => extensions?.code);
};

describe('a mutation', () => {
  const noteOfAda = async () =>
    (await send({ ...ways['by POST']({ query: '{ myNote }' }), headers: credentialsOf('ada') })).text;

  test.for(['GET', 'HEAD'])('by %s is refused, and nothing is written', async (method) => {
    const before = await noteOfAda();
    const path = addressOf({ query: 'mutation { setMyNote(text: "by GET") }' });
    for (const _time of [1, 2]) {
      for (const accept of [json, graphql]) {
        const answer = await send({ method, path, headers: { accept, ...credentialsOf('ada') } });
        expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
        expect(codesOf(answer)).toEqual(method === 'GET' ? ['BAD_REQUEST'] : []);
      }
    }
    expect(await noteOfAda()).toBe(before);
  });

  test('by GET is refused also where the same text was sent by POST before, whole or by its hash', async () => {
    const operation = { query: `mutation { ${freshName()}: setMyNote(text: "by POST") }` };
    const headers = credentialsOf('ada');
    const posted = await send({ body: { ...operation, ...byHash(operation) }, headers });
    expect(posted.text).toContain('"by POST"');
    expect((await send({ ...ways['by its hash by POST'](operation), headers })).text).toContain('"by POST"');
    for (const way of ['by GET', 'by its hash by GET'] as const) {
      expect((await send({ ...ways[way](operation), headers })).status).toBe(405);
    }
  });

  test('by GET is refused also where a query beside it was asked before, and the other way round', async () => {
    const query = `query Asked { ${freshName()}: myNote } mutation Told { setMyNote(text: "beside") }`;
    const headers = credentialsOf('ada');
    const asked = { path: addressOf({ query, operationName: 'Asked' }), headers };
    const told = { path: addressOf({ query, operationName: 'Told' }), headers };
    await untilHit(running, asked);
    expect((await send(told)).status).toBe(405);
    expect(isHit(await send(asked))).toBe(true);
    expect((await send({ path: addressOf({ query }), headers })).status).toBe(400);
  });

  test('is executed each time that its bytes come', async () => {
    const headers = credentialsOf('eve');
    const request = { body: { query: 'mutation { setMyNote(text: "again") }' }, headers };
    for (const _time of [1, 2, 3]) {
      const answer = await send(request);
      expect(answer.text).toBe('{"data":{"setMyNote":"again"}}');
      expect(answer.headers['cache-status']).toBeUndefined();
      const other = { query: 'mutation { setMyNote(text: "between") }' };
      await send({ body: other, headers });
      const read = await send({ body: { query: '{ myNote }' }, headers });
      expect(read.text).toBe('{"data":{"myNote":"between"}}');
    }
  });
});

describe('a method', () => {
  test.for(['PUT', 'PATCH', 'DELETE'])('%s is refused, also where an answer is kept', async (method) => {
    const operation = question();
    await untilHit(running, ways['by GET'](operation));
    await untilHit(running, ways['by POST'](operation));
    for (const request of [ways['by GET'](operation), ways['by POST'](operation)]) {
      const answer = await send({ ...request, method });
      expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
      expect(codesOf(answer)).toEqual(['BAD_REQUEST']);
    }
  });

  test('OPTIONS tells which ones there are', async () => {
    const { status, headers, text } = await send({ method: 'OPTIONS' });
    expect([status, headers['allow'], text]).toEqual([204, 'GET, HEAD, POST, OPTIONS', '']);
  });
});

describe('a body', () => {
  test.for(['text/plain', 'application/xml', 'application/jsonp', 'multipart/form-data; boundary=x'])(
    'of the type %s is refused, though its bytes are known',
    async (type) => {
      const body = JSON.stringify(question());
      await untilHit(running, { body });
      const { status, text } = await send({ body, headers: { 'content-type': type } });
      expect([status, text]).toEqual([415, '']);
    },
  );

  test('without a type is refused', async () => {
    const wire = await openWire(running.url);
    const body = JSON.stringify(question());
    wire.write(`POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    expect((await wire.read()).status).toBe(415);
    wire.cut();
  });

  test.for([
    json,
    `${json};charset=utf-8`,
    `${json} ; charset="UTF-8"`,
    'Application/JSON',
    'application/graphql+json',
  ])('of the type %s is JSON', async (type) => {
    const request = { body: question(), headers: { 'content-type': type } };
    expect((await send(request)).status).toBe(200);
    expect(isHit(await send(request))).toBe(true);
  });

  test.for([
    ['{', 'JSON'],
    ['', 'JSON'],
    ['{"query":"{ genres { name } }"', 'JSON'],
    ['null', 'object'],
    ['"{ genres { name } }"', 'object'],
    ['{}', 'query'],
    ['{"qeury":"{ genres { name } }"}', 'qeury'],
    ['{"query":null}', 'query'],
    ['{"query":7}', 'query'],
    ['{"query":"{ genres { name } }","variables":[]}', 'variables'],
    ['{"query":"{ genres { name } }","extensions":"x"}', 'extensions'],
    ['{"query":"{ genres { name } }","operationName":"None"}', 'operation'],
    ['[]', 'operation'],
    ['[7]', 'objects'],
  ] as const)('%s is no request: 400 in either media type, each time', async ([body, word]) => {
    for (const accept of [json, graphql, json]) {
      const answer = await send({ body, headers: { accept } });
      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toBe(`${accept}; charset=utf-8`);
      expect(codesOf(answer)).toEqual(['BAD_REQUEST']);
      expect(answer.text).toContain(word);
    }
  });

  test('that is the address of an answer that is kept is no request', async () => {
    const path = addressOf(question());
    await untilHit(running, { path });
    expect((await send({ body: path })).status).toBe(400);
  });

  test('of more than a megabyte is refused, however it says how long it is, and the connection ends', async () => {
    const body = JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}\n{ genres { name } }` });
    const chunked = Buffer.from(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${json}\r\ntransfer-encoding: chunked\r\n\r\n` +
        `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    );
    for (const bytes of [wireBytes({ body }), chunked]) {
      await using wire = await openWire(running.url);
      wire.write(bytes);
      const answer = await wire.read();
      expect([answer.status, codesOf(answer)]).toEqual([413, ['BAD_REQUEST']]);
      expect(answer.headers['connection']).toBe('close');
      await wire.ended();
    }
  });

  test('of nearly a megabyte is answered, and known the next time', async () => {
    const body = { query: `# ${'x'.repeat(990_000)}\n{ ${freshName()}: genres { name } }` };
    expect((await send({ body })).status).toBe(200);
    expect(isHit(await send({ body }))).toBe(true);
  });

  test('in pieces is the same as in one', async () => {
    const operation = question();
    const bytes = wireBytes({ body: operation });
    await using wire = await openWire(running.url);
    for (const [from, to] of [
      [0, bytes.length - 9],
      [bytes.length - 9, bytes.length - 3],
      [bytes.length - 3, bytes.length],
    ]) {
      wire.write(bytes.subarray(from, to));
      await wire.flushed();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const miss = await wire.read();
    expect(miss.status).toBe(200);
    const hit = await send({ body: operation });
    expect([isHit(hit), hit.text]).toEqual([true, miss.text]);
  });
});

describe('an address', () => {
  test.for([
    ['', 'query'],
    ['?', 'query'],
    ['?query=', 'query'],
    ['?variables={}', 'query'],
    ['?query={genres{name}}&variables={', 'JSON'],
    ['?query={genres{name}}&extensions=x', 'JSON'],
    ['?query={genres{name}}&variables=[]', 'variables'],
    ['?query={genres{name}}&operationName=None', 'operation'],
  ] as const)('with "%s" is no request: 400 in either media type, each time', async ([search, word]) => {
    for (const accept of [json, graphql, json]) {
      const answer = await send({ path: `/graphql${search}`, headers: { accept } });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
      expect(answer.text).toContain(word);
    }
  });

  test('is read as forms are: a plus is a space, and what is escaped is the same', async () => {
    const name = freshName();
    const first = await send({ path: `/graphql?query={${name}:genres{name}}` });
    for (const path of [
      `/graphql?query=%7B+${name}:+genres+%7Bname%7D+%7D`,
      `/graphql?cache=none&query={${name}:genres{name}}`,
      `/graphql?query={${name}:genres{name}}&variables=&operationName=`,
    ]) {
      const again = await send({ path });
      expect([isHit(again), again.text]).toEqual([true, first.text]);
    }
  });
});

describe('a document at fault is 200 in application/json and 400 in the media type of the specification', () => {
  test.for([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ] as const)('%s', async ([query, code]) => {
    const operation = { query };
    await register(running, operation);
    for (const way of ['by GET', 'by POST', 'by its hash by GET', 'by its hash by POST'] as const) {
      for (const [accept, status] of [
        [json, 200],
        [graphql, 400],
        [json, 200],
      ] as const) {
        const answer = await send({ ...ways[way](operation), headers: { accept } });
        expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
      }
    }
  });
});

describe('many requests on one connection', () => {
  test('are answered in their order, hits, misses and refusals', async () => {
    const known = question();
    await untilHit(running, ways['by GET'](known));
    const expected = (await send(ways['by GET'](known))).text;
    const fresh = [question(), question()];
    const requests: readonly WireRequest[] = [
      ways['by POST'](fresh[0] ?? known),
      ways['by GET'](known),
      { method: 'HEAD', ...ways['by GET'](known) },
      { body: '{' },
      ways['by POST'](fresh[1] ?? known),
      ways['by GET'](known),
      { method: 'OPTIONS' },
      { path: '/graphql', headers: { accept: 'image/png' } },
      ways['by GET'](known),
    ];
    await using wire = await openWire(running.url);
    wire.write(Buffer.concat(requests.map((request) => wireBytes(request))));
    const answers: WireAnswer[] = [];
    for (const { method } of requests) answers.push(await wire.read(method));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 200, 200, 204, 406, 200]);
    for (const at of [1, 5, 8]) expect(answers[at]?.text).toBe(expected);
  });

  test('whose client goes away leave the others alone', async () => {
    for (let time = 0; time < 10; time += 1) {
      const wire = await openWire(running.url);
      const bytes = wireBytes({ body: question() });
      wire.write(bytes.subarray(0, bytes.length - (time % 3)));
      await wire.flushed();
      wire.cut();
    }
    const operation = question();
    expect((await send(ways['by POST'](operation))).status).toBe(200);
    expect(isHit(await send(ways['by POST'](operation)))).toBe(true);
  });
});
