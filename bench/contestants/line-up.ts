import type { StartContestant } from './contestant.ts';

/** What the reader of a table, and the bench itself, have to know of a contestant before it runs. */
export interface Entrant {
  readonly label: string;
  /** What keeps its answers. */
  readonly cache: 'memory' | 'redis' | 'none';
  /**
   * `limit`: answers one question with fixed bytes, so it takes no part in what is computed. `variant`: our server with another
   * cache, or none, for what peers were not told of.
   */
  readonly role: 'limit' | 'ours' | 'peer' | 'variant';
  /** Loaded in the contestant's own process only. */
  readonly load: () => Promise<StartContestant>;
}

/** Everyone who takes part, in the order of the tables. A new contestant is an entry here, and its file. */
const entrants = {
  raw: {
    label: 'bare node:http, the same bytes',
    cache: 'none',
    role: 'limit',
    load: async () => (await import('./raw.ts')).startRaw,
  },
  'marquee-memory': {
    label: 'Marquee, in memory',
    cache: 'memory',
    role: 'ours',
    load: async () => (await import('./marquee.ts')).startMarquee,
  },
  'marquee-redis': {
    label: 'Marquee, with Redis',
    cache: 'redis',
    role: 'ours',
    load: async () => (await import('./marquee.ts')).startMarquee,
  },
  'yoga-cache-memory': {
    label: 'Yoga with Envelop’s cache, in memory',
    cache: 'memory',
    role: 'peer',
    load: async () => (await import('./yoga.ts')).startYogaWithCache,
  },
  'yoga-cache-redis': {
    label: 'Yoga with Envelop’s cache, Redis',
    cache: 'redis',
    role: 'peer',
    load: async () => (await import('./yoga.ts')).startYogaWithCache,
  },
  'apollo-memory': {
    label: 'Apollo Server with its cache, in memory',
    cache: 'memory',
    role: 'peer',
    load: async () => (await import('./apollo.ts')).startApollo,
  },
  'apollo-redis': {
    label: 'Apollo Server with its cache, Redis',
    cache: 'redis',
    role: 'peer',
    load: async () => (await import('./apollo.ts')).startApollo,
  },
  mercurius: {
    label: 'Mercurius with jit and its cache, in memory',
    cache: 'memory',
    role: 'peer',
    load: async () => (await import('./mercurius.ts')).startMercuriusWithCache,
  },
  'mercurius-nocache': {
    label: 'Mercurius with jit, no cache',
    cache: 'none',
    role: 'peer',
    load: async () => (await import('./mercurius.ts')).startMercurius,
  },
  'yoga-nocache': {
    label: 'Yoga, no cache',
    cache: 'none',
    role: 'peer',
    load: async () => (await import('./yoga.ts')).startYoga,
  },
} as const satisfies Record<string, Entrant>;

/** Those whom a workload starts for itself, on data of its own. */
const variants = {
  'marquee-stock': {
    label: 'Marquee with Envelop’s cache (CACHE_ENGINE=stock)',
    cache: 'memory',
    role: 'variant',
    load: async () => (await import('./marquee.ts')).startMarqueeWith('stock'),
  },
  'marquee-off': {
    label: 'Marquee without a cache (CACHE_ENGINE=off)',
    cache: 'none',
    role: 'variant',
    load: async () => (await import('./marquee.ts')).startMarqueeWith('off'),
  },
} as const satisfies Record<string, Entrant>;

/** Those who take part in every workload. */
export type TakesPart = keyof typeof entrants;
export type ContestantName = TakesPart | keyof typeof variants;

/** What is right: it keeps nothing, so what it answers is what the database holds. */
export const referee: ContestantName = 'yoga-nocache';

export const contestantNames = Object.keys(entrants) as TakesPart[];

const all = { ...entrants, ...variants } as const;

/** Variants too, in the order of the tables. */
export const allNames = Object.keys(all) as ContestantName[];

export const isContestantName = (name: string): name is ContestantName => Object.hasOwn(all, name);

export const entrant = (name: ContestantName): Entrant => all[name];
