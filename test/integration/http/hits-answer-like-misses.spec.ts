import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldOf, ask } from '../../testkit/engine-app.ts';
import {
  addressOf,
  lastingHeaders,
  sendWire,
  type WireAnswer,
  type WireRequest,
} from '../../testkit/raw-http.ts';
import {
  byHash,
  createFilm,
  credentialsOf,
  freshName,
  isHit,
  type Instances,
  type Operation,
  places,
  register,
  startInstances,
  wayNames,
  ways,
} from '../../testkit/wire-asks.ts';

/** All that a client gets to see, but for what says which request it was and what the cache did. */
const seenOf = (answer: WireAnswer) => ({
  status: answer.status,
  names: answer.names,
  headers: lastingHeaders(answer),
  text: answer.text,
});

/** What clients in use today send: a plain one, one of the specification, urql, Apollo's. */
const accepts = [
  undefined,
  'application/graphql-response+json',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  'multipart/mixed;deferSpec=20220824, application/json;q=0.9, application/graphql-response+json',
];

interface Question {
  readonly what: string;
  readonly asker: string | undefined;
  readonly selection: string;
}

const questions: readonly Question[] = [
  { what: 'what is for everyone', asker: undefined, selection: 'movies(first: 20) { nodes { title } }' },
  { what: 'what is for everyone, to a viewer', asker: 'ada', selection: 'movies(first: 20) { totalCount }' },
  { what: 'what is for the anonymous', asker: undefined, selection: 'myNote' },
  { what: "what is a viewer's own", asker: 'ada', selection: 'myNote' },
];

describe.for(places)('with what is kept %s, a hit answers like the miss before it', (place) => {
  let instances: Instances;
  beforeAll(async () => {
    instances = await startInstances(place, { corsOrigins: ['https://app.example.com'] });
    for (let film = 0; film < 30; film += 1) {
      await createFilm(instances.here, {
        title: `A film whose title is as long as titles are, number ${film}`,
      });
    }
    const written = await ask(instances.here, 'mutation { setMyNote(text: "of Ada") }', { as: 'ada' });
    fieldOf(written, 'setMyNote');
  });
  afterAll(() => instances[Symbol.asyncDispose]());

  /** Asks for the first time, and then again, on both servers, where the request is new to each and then known. */
  const missAndHits = async (request: WireRequest, again = request) => {
    const { here, there } = instances;
    const miss = await sendWire(here.url, request);
    expect(miss.headers['cache-status']).toBe('Marquee; fwd=miss; stored');
    const hits: WireAnswer[] = [];
    for (const { url } of [here, here, there, there]) hits.push(await sendWire(url, again));
    expect(hits.map(({ headers }) => headers['cache-status'])).toEqual(hits.map(() => 'Marquee; hit'));
    return { miss: seenOf(miss), hits: hits.map(seenOf) };
  };

  describe.for(questions)('$what', ({ asker, selection }) => {
    test.for(wayNames)('%s', async (way) => {
      for (const accept of accepts) {
        const operation: Operation = { query: `query Asked { ${freshName()}: ${selection} }` };
        if (way.startsWith('by its hash')) {
          await register(instances.here, operation);
          if (instances.there !== instances.here) await register(instances.there, operation);
        }
        const headers = {
          ...(accept !== undefined && { accept }),
          ...credentialsOf(asker),
          origin: 'https://app.example.com',
        };
        const { miss, hits } = await missAndHits({ ...ways[way](operation), headers });
        expect(hits).toEqual(hits.map(() => miss));
      }
    });
  });

  test('by HEAD, which answers like GET without the body', async () => {
    const path = addressOf({ query: `{ ${freshName()}: movies(first: 20) { nodes { title } } }` });
    const { miss, hits } = await missAndHits({ method: 'HEAD', path });
    expect(hits).toEqual(hits.map(() => miss));
    const head = await sendWire(instances.here.url, { method: 'HEAD', path });
    const get = await sendWire(instances.here.url, { path });
    expect(seenOf(head)).toEqual({ ...seenOf(get), text: '' });
    expect(Number(head.headers['content-length'])).toBe(get.body.byteLength);
  });

  test('however it is asked: the data is the same by all ways', async () => {
    const { here, there } = instances;
    const operation = { query: `{ ${freshName()}: movies(first: 20) { nodes { title } } }` };
    await register(here, operation);
    await register(there, operation);
    const first = await sendWire(here.url, ways['by POST'](operation));
    expect(isHit(first)).toBe(false);
    for (const way of wayNames) {
      for (const { url } of [here, there]) {
        const answer = await sendWire(url, ways[way](operation));
        expect(isHit(answer)).toBe(true);
        expect(answer.text).toBe(way === 'as a batch of one' ? `[${first.text}]` : first.text);
      }
    }
  });

  test.for([
    [
      'white space',
      { query: '{ NAME: movies(first: 3) { nodes { title } } }' },
      { query: '{\n\tNAME : movies( first:3 )\n{nodes{title}},}#x' },
    ],
    [
      'the order of arguments',
      { query: '{ NAME: movies(first: 3, sort: { field: TITLE, direction: ASC }) { totalCount } }' },
      { query: '{ NAME: movies(sort: { direction: ASC, field: TITLE }, first: 3) { totalCount } }' },
    ],
    [
      'the order of variables',
      {
        query: 'query ($a: Int, $b: MovieSort) { NAME: movies(first: $a, sort: $b) { totalCount } }',
        variables: { a: 2, b: { field: 'TITLE', direction: 'DESC' } },
      },
      {
        query: 'query ($a: Int, $b: MovieSort) { NAME: movies(first: $a, sort: $b) { totalCount } }',
        variables: { b: { direction: 'DESC', field: 'TITLE' }, a: 2 },
      },
    ],
    [
      'variables that it does not have',
      { query: 'query ($a: Int) { NAME: movies(first: $a) { totalCount } }', variables: { a: 2 } },
      {
        query: 'query ($a: Int) { NAME: movies(first: $a) { totalCount } }',
        variables: { more: true, a: 2 },
      },
    ],
    [
      'the operation beside it',
      { query: 'query Asked { NAME: movies(first: 3) { totalCount } }' },
      {
        query: 'query Other { myNote } query Asked { NAME: movies(first: 3) { totalCount } }',
        operationName: 'Asked',
      },
    ],
  ] as const)('whatever %s is', async ([_what, one, other]) => {
    const name = freshName();
    const named = (operation: object): object =>
      JSON.parse(JSON.stringify(operation).replaceAll('NAME', name)) as object;
    const { miss, hits } = await missAndHits({ body: named(one) }, { body: named(other) });
    expect(hits).toEqual(hits.map(() => miss));
  });

  describe('by its hash', () => {
    test('only once its text is known: before, whoever asks is told to send it', async () => {
      const { here } = instances;
      const operation = { query: `{ ${freshName()}: movies(first: 2) { totalCount } }` };
      for (const request of [ways['by its hash by GET'](operation), ways['by its hash by POST'](operation)]) {
        const { status, text, headers } = await sendWire(here.url, request);
        expect(status).toBe(200);
        expect(JSON.parse(text)).toMatchObject({
          errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
        });
        expect(headers).toMatchObject({ 'cache-control': 'private, no-store' });
        expect(headers['etag']).toBeUndefined();
      }
      const withText = { path: addressOf({ ...operation, ...byHash(operation) }) };
      const miss = await sendWire(here.url, withText);
      expect(miss.headers['cache-status']).toBe('Marquee; fwd=miss; stored');
      for (const request of [ways['by its hash by GET'](operation), withText]) {
        const hit = await sendWire(here.url, request);
        expect(isHit(hit)).toBe(true);
        expect(seenOf(hit)).toEqual(seenOf(miss));
      }
    });

    test('never with the text of another', async () => {
      const { here } = instances;
      const known = { query: `{ ${freshName()}: movies(first: 2) { totalCount } }` };
      const other = { query: `{ ${freshName()}: movies(first: 3) { totalCount } }` };
      await register(here, known);
      const request = { body: { ...byHash(known), ...other } };
      for (const _time of [1, 2]) {
        const { text } = await sendWire(here.url, request);
        expect(text).toContain('PERSISTED_QUERY_MISMATCH');
      }
      const [name = ''] = /x\w+/.exec(known.query) ?? [];
      expect((await sendWire(here.url, ways['by its hash by GET'](known))).text).toContain(name);
    });
  });
});
