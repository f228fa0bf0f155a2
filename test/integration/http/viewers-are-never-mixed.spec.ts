import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendWire, type WireAnswer, type WireRequest } from '../../testkit/raw-http.ts';
import {
  createFilm,
  credentialsOf,
  type Instances,
  isHit,
  type Operation,
  places,
  register,
  startInstances,
  updateFilm,
  type Way,
  wayNames,
  ways,
} from '../../testkit/wire-asks.ts';

const viewers = ['ada', 'bob'] as const;
type Name = (typeof viewers)[number];
/** `stranger` sends credentials that are nobody's, and gets nothing, not even what is for everyone. */
type Asker = Name | 'nobody' | 'stranger';
type Server = 'here' | 'there';

const headersOf = (asker: Asker): Record<string, string> => {
  if (asker === 'stranger') return { authorization: 'Bearer stolen' };
  return credentialsOf(asker === 'nobody' ? undefined : asker);
};

interface Ask {
  readonly kind: 'ask';
  readonly asker: Asker;
  readonly what: string;
  readonly way: Way;
  readonly server: Server;
}
type Step =
  | Ask
  | { readonly kind: 'note'; readonly asker: Name; readonly text: string; readonly server: Server }
  | { readonly kind: 'title'; readonly title: string; readonly server: Server };

const text = fc.constantFrom('one', 'two', 'three');
const server = fc.constantFrom('here' as const, 'there' as const);
const ask = fc.record({
  kind: fc.constant('ask' as const),
  asker: fc.constantFrom<Asker>(...viewers, 'nobody', 'stranger'),
  what: fc.constantFrom('private', 'public', 'both', 'hinted'),
  way: fc.constantFrom(...wayNames),
  server,
});
const note = fc.record({
  kind: fc.constant('note' as const),
  asker: fc.constantFrom(...viewers),
  text,
  server,
});
const title = fc.record({ kind: fc.constant('title' as const), title: text, server });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: ask },
  { weight: 2, arbitrary: note },
  { weight: 1, arbitrary: title },
);

describe.for(places)('with what is kept %s', (place) => {
  let instances: Instances;
  let film: string;
  let operations: Readonly<Record<string, Operation>>;
  beforeAll(async () => {
    instances = await startInstances(place);
    film = await createFilm(instances.here, { title: 'one' });
    const shown = `movie(id: "${film}") { title }`;
    operations = {
      private: { query: '{ myNote }' },
      public: { query: `{ ${shown} }` },
      both: { query: `query ($id: ID!) { movie(id: $id) { title } myNote }`, variables: { id: film } },
      hinted: { query: '{ hinted }' },
    };
    for (const operation of Object.values(operations)) {
      for (const running of [instances.here, instances.there]) await register(running, operation);
    }
  });
  afterAll(() => instances[Symbol.asyncDispose]());

  const operationOf = (what: string): Operation => {
    const operation = operations[what];
    if (!operation) throw new Error(`Expected an operation, but got ${what}`);
    return operation;
  };

  interface Truth {
    readonly notes: Map<Name, string>;
    title: string;
  }
  const noteFor = (asker: Asker, { notes }: Truth): string | undefined =>
    asker === 'ada' || asker === 'bob' ? notes.get(asker) : 'nobody';
  const refusal = 'refused';
  /** What it says, by whatever way it came. */
  const saidBy = ({ text }: WireAnswer, way: Way): string => {
    if (text.includes('"code":"UNAUTHENTICATED"') && !text.includes('"data"')) return refusal;
    return way === 'as a batch of one' ? text.slice(1, -1) : text;
  };
  const answerFor = (asker: Asker, what: string, truth: Truth): string => {
    if (asker === 'stranger') return refusal;
    const movie = { title: truth.title };
    const myNote = noteFor(asker, truth);
    const data = {
      private: { myNote },
      public: { movie },
      both: { movie, myNote },
      hinted: { hinted: 'the same for all' },
    }[what];
    return JSON.stringify({ data });
  };

  const cacheControlFor = (asker: Asker, what: string): string => {
    if (asker === 'stranger') return 'private, no-store';
    if (what === 'public') return 'no-cache';
    return asker === 'ada' || asker === 'bob' ? 'private, no-store' : 'private, no-cache';
  };

  const writeNote = async (at: Server, asker: Name, written: string): Promise<void> => {
    const query = `mutation { setMyNote(text: "${written}") }`;
    const { text } = await sendWire(instances[at].url, { body: { query }, headers: headersOf(asker) });
    expect(text).toBe(`{"data":{"setMyNote":"${written}"}}`);
  };

  const begin = async (): Promise<Truth> => {
    const truth: Truth = { notes: new Map(), title: 'one' };
    for (const viewer of viewers) {
      await writeNote('here', viewer, `of ${viewer}`);
      truth.notes.set(viewer, `of ${viewer}`);
    }
    await updateFilm(instances.here, film, { title: truth.title });
    return truth;
  };

  const request = ({ asker, what, way }: Ask): WireRequest => ({
    ...ways[way](operationOf(what)),
    headers: headersOf(asker),
  });

  /** Who had what from the cache. */
  const hits = new Set<string>();
  const expectTruth = async (one: Ask, truth: Truth): Promise<void> => {
    const answer = await sendWire(instances[one.server].url, request(one));
    expect(saidBy(answer, one.way)).toBe(answerFor(one.asker, one.what, truth));
    expect(answer.headers['cache-control']).toBe(cacheControlFor(one.asker, one.what));
    if (isHit(answer)) hits.add(`${one.asker} ${one.what}`);
  };
  const take = async (one: Step, truth: Truth): Promise<void> => {
    switch (one.kind) {
      case 'note':
        await writeNote(one.server, one.asker, `${one.text} of ${one.asker}`);
        truth.notes.set(one.asker, `${one.text} of ${one.asker}`);
        return;
      case 'title':
        await updateFilm(instances[one.server], film, { title: one.title });
        truth.title = one.title;
        return;
      case 'ask':
        await expectTruth(one, truth);
    }
  };

  test('whoever asks in whatever order, and whatever is written between, each gets their own truth', async () => {
    const steps = fc.array(step, { minLength: 20, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const truth = await begin();
        for (const one of taken) await take(one, truth);
      }),
      { numRuns: 12 },
    );
    // It was about what is kept: most of the three had most of the four from the cache.
    expect(hits.size).toBeGreaterThan(6);
    expect([...hits].filter((hit) => hit.startsWith('stranger'))).toEqual([]);
  });

  test('when all ask at once, while notes are written, each gets their own: the one before or the one written', async () => {
    const asks = fc.array(ask, { minLength: 10, maxLength: 25 });
    const round = fc.record({ asks, writer: fc.constantFrom(...viewers), server, text });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 4 }), async (rounds) => {
        const truth = await begin();
        for (const { asks, writer, server, text: written } of rounds) {
          const after: Truth = {
            ...truth,
            notes: new Map(truth.notes).set(writer, `${written} of ${writer}`),
          };
          await Promise.all([
            writeNote(server, writer, `${written} of ${writer}`),
            ...asks.map(async (one) => {
              const answer = await sendWire(instances[one.server].url, request(one));
              const allowed = [truth, after].map((either) => answerFor(one.asker, one.what, either));
              expect(allowed).toContain(saidBy(answer, one.way));
            }),
          ]);
          truth.notes.set(writer, `${written} of ${writer}`);
        }
      }),
      { numRuns: 6 },
    );
  });
});
