import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, sendWire, type WireAnswer } from '../../testkit/raw-http.ts';
import type { RunningApp } from '../../testkit/app.ts';
import {
  createFilm,
  credentialsOf,
  freshName,
  type Instances,
  places,
  startInstances,
  untilHit,
  updateFilm,
} from '../../testkit/wire-asks.ts';
import { waitFor } from '../../testkit/wait-for.ts';

const graphql = 'application/graphql-response+json';
const codings = ['br', 'gzip', 'identity'] as const;
type ArbitraryValue<Some> = Some extends fc.Arbitrary<infer Value> ? Value : never;
type Coding = (typeof codings)[number];

const decoded = ({ headers, body }: WireAnswer): string => {
  switch (headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(body).toString();
    case 'gzip':
      return gunzipSync(body).toString();
    default:
      return body.toString();
  }
};

const tagOf = ({ headers }: WireAnswer): string => {
  const tag = headers['etag'];
  if (tag === undefined) throw new Error('Expected an ETag');
  return tag;
};

describe.for(places)('with what is kept %s', (place) => {
  let instances: Instances;
  beforeAll(async () => {
    instances = await startInstances(place);
  });
  afterAll(() => instances[Symbol.asyncDispose]());

  /** A film whose answer is long enough to be compressed, and where to ask for it. */
  const film = async (title = 'Before') => {
    const id = await createFilm(instances.here, { title: freshName() });
    await updateFilm(instances.here, id, { title });
    const again = Array.from({ length: 60 }, (_, index) => `againAndAgain${index}: title`).join(' ');
    const query = `{ ${freshName()}: movie(id: "${id}") { title ${again} } }`;
    return { id, query, path: addressOf({ query }) };
  };
  const get = (running: RunningApp, path: string, headers: Record<string, string> = {}) =>
    sendWire(running.url, { path, headers });
  const revalidate = (running: RunningApp, path: string, tag: string, headers: Record<string, string> = {}) =>
    get(running, path, { 'if-none-match': tag, ...headers });

  /** The answer in this coding, which is made once it was asked for again. */
  const inCoding = async (
    running: RunningApp,
    path: string,
    coding: Coding,
    headers: Record<string, string> = {},
  ): Promise<WireAnswer> => {
    let answer = await get(running, path, { 'accept-encoding': coding, ...headers });
    await waitFor(async () => {
      answer = await get(running, path, { 'accept-encoding': coding, ...headers });
      return (answer.headers['content-encoding'] ?? 'identity') === coding;
    }, `the answer comes in ${coding}`);
    return answer;
  };

  const expectNotModified = (answer: WireAnswer, tag: string): void => {
    expect([answer.status, answer.headers['etag'], answer.text]).toEqual([304, tag, '']);
    for (const name of ['content-length', 'content-type', 'content-encoding', 'transfer-encoding']) {
      expect(answer.headers[name]).toBeUndefined();
    }
  };

  test('each form of an answer has a tag of its own, the same on every server', async () => {
    const { path } = await film();
    const seen = new Map<string, string>();
    for (const accept of ['application/json', graphql]) {
      for (const coding of codings) {
        const [one, other] = await Promise.all(
          [instances.here, instances.there].map((running) => inCoding(running, path, coding, { accept })),
        );
        if (!one || !other) throw new Error('Expected two answers');
        expect(tagOf(one)).toMatch(/^"[\w.-]+"$/);
        expect(tagOf(other)).toBe(tagOf(one));
        expect(decoded(one)).toBe(decoded(other));
        expect(JSON.parse(decoded(one))).toMatchObject({ data: {} });
        expect(one.headers['content-length']).toBe(String(one.body.byteLength));
        seen.set(`${accept} ${coding}`, tagOf(one));
      }
    }
    expect(new Set(seen.values()).size).toBe(6);
  });

  test('a client that has the answer is told so by GET and HEAD, in whatever form it has it', async () => {
    const { here, there } = instances;
    const { path } = await film();
    for (const accept of ['application/json', graphql]) {
      for (const coding of codings) {
        const tag = tagOf(await inCoding(here, path, coding, { accept }));
        for (const { url } of [here, there]) {
          for (const method of ['GET', 'HEAD']) {
            for (const given of [tag, `W/${tag}`, `"other", ${tag}`]) {
              const headers = { accept, 'accept-encoding': coding, 'if-none-match': given };
              const { status, headers: got } = await sendWire(url, { method, path, headers });
              expect([status, got['etag']]).toEqual([304, tag]);
            }
            const headers = { accept, 'accept-encoding': coding, 'if-none-match': '*' };
            expect((await sendWire(url, { method, path, headers })).status).toBe(304);
          }
        }
      }
    }
  });

  test('a tag counts for its own media type and for a coding that the client still takes', async () => {
    const { here } = instances;
    const { path } = await film();
    const tag = tagOf(await inCoding(here, path, 'br'));
    const headers = { 'accept-encoding': 'gzip, br' };
    expectNotModified(await revalidate(here, path, tag, headers), tag);
    for (const other of [
      { accept: graphql, ...headers },
      { 'accept-encoding': 'gzip' },
      { 'accept-encoding': 'br;q=0' },
      {},
    ]) {
      const { status, headers: got } = await revalidate(here, path, tag, other);
      expect(status).toBe(200);
      expect(got['etag']).not.toBe(tag);
    }
  });

  test('a POST is answered in full, whatever its conditions', async () => {
    const { here } = instances;
    const { query, path } = await film();
    const whole = await untilHit(here, { path });
    for (const given of [tagOf(whole), '*']) {
      const answer = await sendWire(here.url, { body: { query }, headers: { 'if-none-match': given } });
      expect([answer.status, answer.text]).toEqual([200, whole.text]);
    }
  });

  test('a 304 says what a cache needs, the same on a hit as on a miss', async () => {
    const { here } = instances;
    const { id, path } = await film();
    const whole = await untilHit(here, { path });
    const onHit = await revalidate(here, path, tagOf(whole));
    await updateFilm(here, id, { budgetUsd: 5 });
    const onMiss = await revalidate(here, path, tagOf(whole));
    expect(onHit.headers['cache-status']).toBe('Marquee; hit');
    expect(onMiss.headers['cache-status']).toBe('Marquee; fwd=miss; stored');
    for (const answer of [onHit, onMiss]) {
      expectNotModified(answer, tagOf(whole));
      for (const name of ['cache-control', 'vary', 'access-control-allow-origin']) {
        expect(answer.headers[name]).toBe(whole.headers[name]);
      }
      expect(answer.headers['date']).toBeDefined();
    }
    expect(onHit.names).toEqual(onMiss.names);
  });

  test('after a change no tag of the old answer counts, on any server', async () => {
    const { here, there } = instances;
    const { id, path } = await film();
    const old: Partial<Record<Coding, WireAnswer>> = {};
    for (const coding of codings) {
      await inCoding(there, path, coding);
      old[coding] = await inCoding(here, path, coding);
    }
    await updateFilm(here, id, { title: 'After' });
    for (const running of [there, here]) {
      for (const coding of codings) {
        const tag = old[coding] && tagOf(old[coding]);
        if (tag === undefined) throw new Error('Expected a tag');
        const answer = await revalidate(running, path, tag, { 'accept-encoding': coding });
        expect(answer.status).toBe(200);
        expect(decoded(answer)).toContain('"After"');
        expect(tagOf(answer)).not.toBe(tag);
      }
    }
  });

  test('after a change that does not show in the answer its tag still counts, on any server', async () => {
    const { here, there } = instances;
    const { id, path } = await film();
    const tag = tagOf(await untilHit(there, { path }));
    await untilHit(here, { path });
    for (const change of [{ budgetUsd: 7 }, { title: 'Before' }]) {
      await updateFilm(here, id, change);
      for (const running of [there, here]) {
        for (const _time of [1, 2]) {
          const { status, headers } = await revalidate(running, path, tag);
          expect([status, headers['etag']]).toEqual([304, tag]);
        }
      }
    }
  });

  test('the tag of an answer to something else never counts', async () => {
    const { here } = instances;
    const [one, other] = [await film('One'), await film('Other')];
    const [tagOfOne, tagOfOther] = [tagOf(await untilHit(here, one)), tagOf(await untilHit(here, other))];
    for (const [path, tag] of [
      [one.path, tagOfOther],
      [other.path, tagOfOne],
      [addressOf({ query: `{ ${freshName()}: movie(id: "${one.id}") { title } }` }), tagOfOne],
      [addressOf({ query: '{ myNote }' }), tagOfOne],
    ] as const) {
      expect((await revalidate(here, path, tag)).status).toBe(200);
    }
  });

  test("the tag of a viewer's answer counts for them alone", async () => {
    const { here } = instances;
    for (const name of ['ada', 'bob']) {
      const query = `mutation { setMyNote(text: "of ${name}") }`;
      await sendWire(here.url, { body: { query }, headers: credentialsOf(name) });
    }
    const path = addressOf({ query: '{ myNote }' });
    const tagFor = async (name: string | undefined) =>
      tagOf(await untilHit(here, { path, headers: credentialsOf(name) }));
    const tags = new Map([
      ['ada', await tagFor('ada')],
      ['bob', await tagFor('bob')],
      [undefined, await tagFor(undefined)],
    ]);
    for (const asker of tags.keys()) {
      for (const [owner, tag] of tags) {
        const { status } = await revalidate(here, path, tag, credentialsOf(asker));
        expect([asker, owner, status]).toEqual([asker, owner, asker === owner ? 304 : 200]);
      }
    }
  });

  describe('whatever is changed and asked', () => {
    const server = fc.constantFrom('here' as const, 'there' as const);
    const title = fc.constantFrom('One', 'Two', 'Three');
    const change = fc.record({ kind: fc.constant('change' as const), server, title });
    const besides = fc.record({ kind: fc.constant('change besides' as const), server, budgetUsd: fc.nat(9) });
    const ask = fc.record({
      kind: fc.constant('ask' as const),
      server,
      has: title,
      coding: fc.constantFrom(...codings),
      // Often enough for the answer to come compressed.
      times: fc.integer({ min: 1, max: 6 }),
    });
    const steps = fc.array(fc.oneof(change, besides, ask), { minLength: 10, maxLength: 25 });
    type Ask = ArbitraryValue<typeof ask>;
    type Step = ArbitraryValue<typeof change> | ArbitraryValue<typeof besides> | Ask;

    /** Whatever was ever given out: what it said, and in which coding. */
    const given = new Map<string, { readonly title: string; readonly coding: string }>();
    const seen = new Set<string>();

    const revalidateOnce = async (one: Ask, path: string, current: string) => {
      const running = instances[one.server];
      const had = [...given].filter(([, { title }]) => title === one.has);
      const isUsable = had.some(([, { coding }]) => coding === one.coding || coding === 'identity');
      const isCurrent = one.has === current && isUsable;
      const tags = ['"none"', ...had.map(([tag]) => tag)].join(', ');
      const answer = await revalidate(running, path, tags, { 'accept-encoding': one.coding });
      expect(answer.status).toBe(isCurrent ? 304 : 200);
      const whole = isCurrent ? await get(running, path, { 'accept-encoding': one.coding }) : answer;
      expect(decoded(whole)).toContain(`"title":"${current}"`);
      if (isCurrent) expect(given.get(tagOf(answer))?.title).toBe(current);
      const coding = whole.headers['content-encoding'] ?? 'identity';
      given.set(tagOf(whole), { title: current, coding });
      seen.add(`${answer.status} ${coding}`);
    };

    /** @returns the title after it. */
    const take = async (one: Step, id: string, path: string, current: string): Promise<string> => {
      switch (one.kind) {
        case 'change':
          await updateFilm(instances[one.server], id, { title: one.title });
          return one.title;
        case 'change besides':
          await updateFilm(instances[one.server], id, { budgetUsd: one.budgetUsd });
          return current;
        case 'ask':
          for (let time = 0; time < one.times; time += 1) await revalidateOnce(one, path, current);
          return current;
      }
    };

    test('a 304 is given if and only if the client has what is current, in a form that it takes', async () => {
      const { id, path } = await film();
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          let current = 'One';
          await updateFilm(instances.here, id, { title: current });
          for (const one of taken) current = await take(one, id, path, current);
        }),
        { numRuns: 8 },
      );
      expect([...seen]).toEqual(expect.arrayContaining(['200 identity', '304 identity']));
      expect([...seen].some((one) => one === '304 br' || one === '304 gzip')).toBe(true);
    });
  });
});
