import { hash, randomUUID } from 'node:crypto';
import type { AppOptions } from '../../src/app.ts';
import type { RunningApp } from './app.ts';
import { ask, fieldOf, live, startEngineApp } from './engine-app.ts';
import { privateNotes } from './private-notes.ts';
import { addressOf, sendWire, type WireAnswer, type WireRequest } from './raw-http.ts';
import { freshMongo, freshRedis } from './servers.ts';

/** A server as in production, without films: specs about HTTP bring the few that they need. */
export const startProduction = (options: Partial<AppOptions> = {}): Promise<RunningApp> =>
  startEngineApp({ extension: privateNotes, development: false, seedProgress: undefined, ...options });

export const places = ['in memory', 'in Redis'] as const;

/** Where answers are kept; with Redis there are two servers, in memory one that is both. */
export interface Instances extends AsyncDisposable {
  readonly here: RunningApp;
  readonly there: RunningApp;
}

export const startInstances = async (
  place: (typeof places)[number],
  options: Partial<AppOptions> = {},
): Promise<Instances> => {
  const resources = new AsyncDisposableStack();
  const shared = {
    mongodbUri: freshMongo(),
    redisUrl: place === 'in Redis' ? freshRedis().url : undefined,
    redisPrefix: `test-${randomUUID()}`,
    ...options,
  };
  const here = resources.use(await startProduction(shared));
  const there = place === 'in Redis' ? resources.use(await startProduction(shared)) : here;
  await Promise.all([live(here), live(there)]);
  return { here, there, [Symbol.asyncDispose]: () => resources.disposeAsync() };
};

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const byHash = ({ query, ...others }: Operation) => ({
  ...others,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash('sha256', query) } },
});

/** The ways to ask the same. Those by hash need the text to have been sent with the hash before. */
export const ways = {
  'by POST': (operation) => ({ body: operation }),
  'by GET': (operation) => ({ path: addressOf({ ...operation }) }),
  'by its hash by POST': (operation) => ({ body: byHash(operation) }),
  'by its hash by GET': (operation) => ({ path: addressOf(byHash(operation)) }),
  'as a batch of one': (operation) => ({ body: [operation] }),
} as const satisfies Record<string, (operation: Operation) => WireRequest>;

export type Way = keyof typeof ways;
export const wayNames: readonly Way[] = [
  'by POST',
  'by GET',
  'by its hash by POST',
  'by its hash by GET',
  'as a batch of one',
];

/** Makes a server know the text behind a hash, without asking what it says. */
export const register = async ({ url }: RunningApp, { query }: Operation): Promise<void> => {
  await sendWire(url, { body: { query, operationName: 'None', ...byHash({ query }) } });
};

/** A name that nobody has used, such as an alias, which makes a question that nobody has asked. */
export const freshName = (): string => `x${randomUUID().replaceAll('-', '')}`;

/** What whoever sends it says of themselves: the name of a viewer of the private notes, `admin`, or nobody. */
export const credentialsOf = (name: string | undefined): Record<string, string> => {
  if (name === undefined) return {};
  return { authorization: `Bearer ${name === 'admin' ? name : `viewer-${name}`}` };
};

/** @returns the film's id. */
export const createFilm = async (
  running: RunningApp,
  input: { readonly title: string } & Readonly<Record<string, unknown>>,
): Promise<string> => {
  const query = 'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { movie { id } } }';
  const created = await ask(running, query, { variables: { input }, as: 'admin' });
  return fieldOf<{ movie: { id: string } }>(created, 'createMovie').movie.id;
};

/** Resolves once the change is acknowledged. */
export const updateFilm = async (
  running: RunningApp,
  id: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const query =
    'mutation ($id: ID!, $input: UpdateMovieInput!) { updateMovie(id: $id, input: $input) { movie { id } } }';
  fieldOf(await ask(running, query, { variables: { id, input }, as: 'admin' }), 'updateMovie');
};

export const isHit = ({ headers }: WireAnswer): boolean =>
  headers['cache-status']?.startsWith('Marquee; hit') ?? false;

/** The first hit of what is asked again and again. */
export const untilHit = async (running: RunningApp, request: WireRequest): Promise<WireAnswer> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await sendWire(running.url, request);
    if (isHit(answer)) return answer;
  }
  throw new Error(`Expected the answer to be kept, to ${JSON.stringify(request)}`);
};
