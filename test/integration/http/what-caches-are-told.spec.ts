import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpMaxAge } from '../../../src/http/graphql/answer-headers.ts';
import type { RunningApp } from '../../testkit/app.ts';
import { keyOf } from '../../testkit/catalogue.ts';
import { addressOf, sendWire } from '../../testkit/raw-http.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import {
  createFilm,
  credentialsOf,
  freshName,
  type Instances,
  register,
  startInstances,
  untilHit,
  updateFilm,
  ways,
} from '../../testkit/wire-asks.ts';

const everyones = () => ({ query: `{ ${freshName()}: movies(first: 3) { totalCount } }` });
const own = () => ({ query: `{ ${freshName()}: myNote }` });

/** The headers of the miss and of the hit after it. */
const missAndHit = async ({ url }: RunningApp, request: Parameters<typeof sendWire>[1]) => {
  const miss = await sendWire(url, request);
  expect(miss.headers['cache-status']).toBe('Marquee; fwd=miss; stored');
  const hit = await sendWire(url, request);
  expect(hit.headers['cache-status']).toBe('Marquee; hit');
  return [miss.headers, hit.headers] as const;
};

const unkept = [
  ['an error of the document', { query: '{ nothing }' }],
  ['an error of a field', { query: '{ failing }' }],
  ['an error beside data', { query: '{ failing genres { slug } }' }],
  ['a request without a document', {}],
  ['what looks at a header', { query: '{ agent }' }],
  ['what the schema does not let be kept', { query: '{ __typename __schema { queryType { name } } }' }],
] as const;

const resources = new AsyncDisposableStack();
const started: Partial<Record<HttpMaxAge, Instances>> = {};
beforeAll(async () => {
  for (const httpMaxAge of ['none', 'hints'] as const) {
    started[httpMaxAge] = resources.use(await startInstances('in Redis', { httpMaxAge }));
  }
});
afterAll(() => resources.disposeAsync());

const serversWith = (httpMaxAge: HttpMaxAge): Instances => {
  const instances = started[httpMaxAge];
  if (!instances) throw new Error('Expected the servers to have started');
  return instances;
};

describe.for(['none', 'hints'] as const)('with HTTP_MAX_AGE=%s', (httpMaxAge) => {
  let instances: Instances;
  beforeAll(() => {
    instances = serversWith(httpMaxAge);
  });

  test("a viewer's answer is nobody else's, and not for any disk", async () => {
    for (const way of ['by GET', 'by POST', 'as a batch of one'] as const) {
      const request = { ...ways[way](own()), headers: credentialsOf('ada') };
      for (const headers of await missAndHit(instances.here, request)) {
        expect(headers['cache-control']).toBe('private, no-store');
        expect(headers['vary']).toBe('Accept, Accept-Encoding, Authorization');
        for (const name of ['age', 'cdn-cache-control', 'cache-tag', 'expires']) {
          expect(headers[name]).toBeUndefined();
        }
      }
    }
  });

  test('what a hint calls private is, though nothing of the viewer was read', async () => {
    const request = {
      ...ways['by GET']({ query: `{ ${freshName()}: hinted }` }),
      headers: credentialsOf('ada'),
    };
    for (const headers of await missAndHit(instances.here, request)) {
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });

  test('a browser of somebody who is not signed in may keep their answer, if it asks', async () => {
    for (const headers of await missAndHit(instances.here, ways['by GET'](own()))) {
      expect(headers['cache-control']).toBe('private, no-cache');
      expect(headers['vary']).toBe('Accept, Accept-Encoding, Authorization');
      for (const name of ['age', 'cdn-cache-control', 'cache-tag']) expect(headers[name]).toBeUndefined();
    }
  });

  test.for(unkept)('%s is kept by nobody', async ([_what, operation]) => {
    for (const request of [{ path: addressOf(operation) }, { body: operation }, { body: [operation] }]) {
      for (const _time of [1, 2]) {
        const { headers } = await sendWire(instances.here.url, request);
        expect(headers['cache-control']).toBe('private, no-store');
        for (const name of ['age', 'cdn-cache-control', 'cache-tag']) expect(headers[name]).toBeUndefined();
      }
    }
  });

  test('a batch of more than one is kept by nobody', async () => {
    const body = [everyones(), everyones()];
    for (const _time of [1, 2]) {
      const { headers } = await sendWire(instances.here.url, { body });
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['etag']).toBeUndefined();
    }
  });

  test('a mutation is kept by nobody', async () => {
    const body = { query: 'mutation { setMyNote(text: "x") }' };
    const { headers } = await sendWire(instances.here.url, { body, headers: credentialsOf('ada') });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['etag']).toBeUndefined();
  });

  test('an event stream is kept by nobody', async () => {
    const request = {
      ...ways['by GET'](own()),
      headers: { accept: 'text/event-stream', ...credentialsOf('ada') },
    };
    const { headers } = await sendWire(instances.here.url, request);
    expect(headers['content-type']).toBe('text/event-stream');
    expect(headers['cache-control']).toBe('private, no-store');
  });

  test('what may be purged is named by GET, which is what CDNs keep', async () => {
    const { here } = instances;
    const id = await createFilm(here, { title: freshName() });
    const one = { query: `{ ${freshName()}: movie(id: "${id}") { title } }` };
    for (const headers of await missAndHit(here, ways['by GET'](one))) {
      const tags = headers['cache-tag']?.split(',');
      expect(tags).toEqual(expect.arrayContaining(['movies', `movies:${keyOf(id)}`]));
    }
    expect((await untilHit(here, ways['by POST'](one))).headers['cache-tag']).toBeUndefined();
  });
});

test('what may be purged is named in a header of bounded length, however much it is', async () => {
  const { here } = serversWith('hints');
  await Promise.all(Array.from({ length: 55 }, () => createFilm(here, { title: freshName() })));
  const list = { query: `{ ${freshName()}: movies(first: 100) { nodes { id } } }` };
  for (const headers of await missAndHit(here, ways['by GET'](list))) {
    expect(headers['cache-tag']).toBe('movies,movies:*');
  }
});

describe('by default, browsers and CDNs keep what is for everyone, and ask before they use it', () => {
  test.for(['by GET', 'by POST', 'as a batch of one', 'by its hash by GET'] as const)('%s', async (way) => {
    const { here } = serversWith('none');
    for (const asker of [undefined, 'ada']) {
      const operation = everyones();
      await register(here, operation);
      const request = { ...ways[way](operation), headers: credentialsOf(asker) };
      for (const headers of await missAndHit(here, request)) {
        expect(headers['cache-control']).toBe('no-cache');
        expect(headers['vary']).toBe('Accept, Accept-Encoding');
        expect(headers['age']).toBeUndefined();
        expect(headers['cdn-cache-control']).toBeUndefined();
      }
    }
  });
});

describe('by the hints, they need not ask for as long as the hint says', () => {
  let instances: Instances;
  beforeAll(() => {
    instances = serversWith('hints');
  });

  /** Seconds of `max-age`. */
  const maxAgeOf = (cacheControl: string | undefined): number => {
    const [, seconds] = /^public, max-age=(\d+)$/.exec(cacheControl ?? '') ?? [];
    if (seconds === undefined) throw new Error(`Expected a max-age, but got ${cacheControl}`);
    return Number(seconds);
  };

  test('which is told to CDNs too, and the same on a hit, a miss and a 304', async () => {
    const request = ways['by GET'](everyones());
    const [miss, hit] = await missAndHit(instances.here, request);
    const notModified = await sendWire(instances.here.url, {
      ...request,
      headers: { 'if-none-match': hit['etag'] ?? '' },
    });
    expect(notModified.status).toBe(304);
    const maxAge = maxAgeOf(miss['cache-control']);
    // The list's hint is 1800 seconds, from which each answer is let stray a little, lest all end at once.
    expect(maxAge).toBeGreaterThan(1_400);
    expect(maxAge).toBeLessThan(2_200);
    for (const headers of [miss, hit, notModified.headers]) {
      expect(headers['cache-control']).toBe(miss['cache-control']);
      expect(headers['cdn-cache-control']).toBe(miss['cache-control']);
      expect(headers['vary']).toBe('Accept, Accept-Encoding');
      expect(Number(headers['age'])).toBeLessThan(5);
    }
  });

  test('less for what changes more often', async () => {
    const [short] = await missAndHit(
      instances.here,
      ways['by GET']({ query: `{ ${freshName()}: popularMovies(first: 2) { nodes { title } } }` }),
    );
    expect(maxAgeOf(short['cache-control'])).toBeLessThan(90);
    const [long] = await missAndHit(
      instances.here,
      ways['by GET']({ query: `{ ${freshName()}: genres { slug } }` }),
    );
    expect(maxAgeOf(long['cache-control'])).toBeGreaterThan(60_000);
  });

  test('counted from the computation: every server tells how much of it is over, and begins anew with the next', async () => {
    const { here, there } = instances;
    const id = await createFilm(here, { title: freshName() });
    const request = ways['by GET']({ query: `{ ${freshName()}: movie(id: "${id}") { title } }` });
    const [miss] = await missAndHit(here, request);
    expect(miss['age']).toBe('0');
    const ages: number[] = [];
    const untilSecondOld = async () => {
      const { headers } = await sendWire(here.url, request);
      ages.push(Number(headers['age']));
      return headers['age'] !== '0';
    };
    await waitFor(untilSecondOld, 'the answer is a second old');
    expect(ages).toEqual([...ages.slice(0, -1).map(() => 0), 1]);

    // It has never been asked, and answers with what was computed here.
    const atTheOther = await sendWire(there.url, request);
    expect(atTheOther.headers['cache-status']).toBe('Marquee; hit');
    expect(Number(atTheOther.headers['age'])).toBeGreaterThanOrEqual(1);
    expect(atTheOther.headers['cache-control']).toBe(miss['cache-control']);

    await updateFilm(here, id, { title: 'Another' });
    const { headers, text } = await sendWire(there.url, request);
    expect(text).toContain('Another');
    expect(headers['age']).toBe('0');
  });
});
