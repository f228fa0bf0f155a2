import type {
  About,
  BypassReason,
  CacheEvent,
  CacheEvents,
  MissReason,
  NotStoredReason,
  Subject,
} from './events.ts';

/** What became of the look-ups of one kind since the start. */
export interface Tally {
  /** Served from memory, from the other tier, and of both together after their life while they were refreshed. */
  readonly hits: { memory: number; remote: number; stale: number };
  readonly misses: Record<MissReason, number>;
  /** Of the misses: answered by a computation of somebody else. */
  joined: number;
  /** Answered without looking for anything kept. */
  readonly bypassed: Record<BypassReason, number>;
  stored: number;
  storedBytes: number;
  readonly notStored: Record<NotStoredReason, number>;
}

export interface StatisticsReport {
  /** By the type that the question is about. */
  readonly answersByType: ReadonlyMap<string, Readonly<Tally>>;
  /** By the operation's name, which clients choose: those asked most, and `other`. */
  readonly answersByOperation: ReadonlyMap<string, Readonly<Tally>>;
  readonly entities: ReadonlyMap<string, Readonly<Tally>>;
  readonly evicted: Readonly<Record<'space' | 'expired', number>>;
  readonly evictedBytes: number;
  readonly refreshes: Readonly<Record<'expired' | 'early', number>>;
  readonly refreshFailures: number;
  /** Records of writes taken in from the log, whoever wrote, and the tags they stamped. */
  readonly invalidations: number;
  readonly invalidatedTags: number;
  /** How often more was written than the log could tell, so that everything older was dropped. */
  readonly skips: number;
  readonly clears: number;
  /** Operations on the other tier that failed, and times that it was left alone, by what of it was asked. */
  readonly storeFailures: ReadonlyMap<string, number>;
  readonly storeOutages: ReadonlyMap<string, number>;
  /** Servers of the other tier that are left alone now. */
  readonly storesDown: number;
}

export interface CacheStatistics {
  report(): StatisticsReport;
  close(): void;
}

/** What is counted under when there are too many names, and for questions without one. */
export const OTHER = 'other';
export const UNNAMED = 'unnamed';

const newTally = (): Tally => ({
  hits: { memory: 0, remote: 0, stale: 0 },
  misses: { absent: 0, invalidated: 0, expired: 0, 'other-audience': 0, 'other-epoch': 0 },
  joined: 0,
  bypassed: { 'no-epoch': 0, 'no-proof': 0, 'epoch-changed': 0, asked: 0, drawn: 0 },
  stored: 0,
  storedBytes: 0,
  notStored: {
    uncacheable: 0,
    'no-max-age': 0,
    'too-large': 0,
    'past-its-end': 0,
    'epoch-changed': 0,
    bypassed: 0,
  },
});

const sumOf = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((sum, number) => sum + number, 0);

export const hitsOf = ({ hits }: Readonly<Tally>): number => hits.memory + hits.remote;
export const missesOf = ({ misses }: Readonly<Tally>): number => sumOf(misses);
export const bypassedOf = ({ bypassed }: Readonly<Tally>): number => sumOf(bypassed);

/** Hits among all look-ups; `undefined` before the first. What went past the cache looked nothing up. */
export const hitRateOf = (tally: Readonly<Tally>): number | undefined => {
  const hits = hitsOf(tally);
  const all = hits + missesOf(tally);
  return all === 0 ? undefined : hits / all;
};

const weightOf = (tally: Readonly<Tally>): number => hitsOf(tally) + missesOf(tally) + bypassedOf(tally);

const addTo = <Name extends string>(
  sum: Record<Name, number>,
  more: Readonly<Record<Name, number>>,
): void => {
  for (const name in more) sum[name] += more[name];
};

const fold = (into: Tally, from: Readonly<Tally>): void => {
  addTo(into.hits, from.hits);
  addTo(into.misses, from.misses);
  addTo(into.bypassed, from.bypassed);
  addTo(into.notStored, from.notStored);
  into.joined += from.joined;
  into.stored += from.stored;
  into.storedBytes += from.storedBytes;
};

export const totalOf = (tallies: Iterable<Readonly<Tally>>): Tally => {
  const total = newTally();
  for (const tally of tallies) fold(total, tally);
  return total;
};

/** A longer name is no name that anybody would look for here. In characters. */
const MAX_NAME = 200;

/**
 * Tallies by a name that clients may choose. When there are too many names, the one that was asked least becomes part
 * of `other` for the newcomer: so a flood of names drives out each other, and not those that are asked all the time.
 */
export const createTallies = (
  maxNames: number,
): { of(name: unknown): Tally; all(): ReadonlyMap<string, Tally> } => {
  const tallies = new Map<string, Tally>();
  const other = newTally();
  const makeRoom = (): void => {
    let least: { readonly name: string; readonly tally: Tally; readonly weight: number } | undefined;
    for (const [name, tally] of tallies) {
      const weight = weightOf(tally);
      if (least === undefined || weight < least.weight) least = { name, tally, weight };
    }
    if (least === undefined) return;
    fold(other, least.tally);
    tallies.delete(least.name);
  };
  const add = (name: string): Tally => {
    if (name.length > MAX_NAME) return other;
    if (tallies.size >= maxNames) makeRoom();
    const tally = newTally();
    tallies.set(name, tally);
    return tally;
  };
  return {
    of(given) {
      const name = typeof given === 'string' && given !== '' ? given : UNNAMED;
      return tallies.get(name) ?? add(name);
    },
    all: () => (weightOf(other) === 0 ? tallies : new Map([...tallies, [OTHER, other]])),
  };
};

export interface CacheStatisticsOptions {
  readonly events: CacheEvents;
  /** Default 200. */
  readonly maxOperations?: number;
}

/** Counts what the cache's events tell, in bounded memory: a hit adds to two tallies and makes no object. */
export const createCacheStatistics = ({
  events,
  maxOperations = 200,
}: CacheStatisticsOptions): CacheStatistics => {
  /** Types and entities come from the schema; the bound is for whoever gives other ones. */
  const types = createTallies(maxOperations);
  const operations = createTallies(maxOperations);
  const entities = createTallies(maxOperations);
  const evicted = { space: 0, expired: 0 };
  const refreshes = { expired: 0, early: 0 };
  const storeFailures = new Map<string, number>();
  const storeOutages = new Map<string, number>();
  const down = new Set<string>();
  let evictedBytes = 0;
  let refreshFailures = 0;
  let invalidations = 0;
  let invalidatedTags = 0;
  let skips = 0;
  let clears = 0;

  const nothing: About = {};
  const addOne = (counts: Map<string, number>, name: string): void =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);

  /** Applies a count to every tally that the event belongs to. */
  const forEach = (subject: Subject, about: About, count: (tally: Tally) => void): void => {
    if (subject === 'entity') {
      count(entities.of(about.entity));
      return;
    }
    count(types.of(about.type));
    count(operations.of(about.operation));
  };

  const hitOne = (tally: Tally, tier: 'memory' | 'remote', stale: boolean): void => {
    tally.hits[tier] += 1;
    if (stale) tally.hits.stale += 1;
  };

  const hear = (event: CacheEvent): void => {
    switch (event.type) {
      case 'hit': {
        const { subject, about = nothing, tier, stale } = event;
        if (subject === 'entity') {
          hitOne(entities.of(about.entity), tier, stale);
          return;
        }
        hitOne(types.of(about.type), tier, stale);
        hitOne(operations.of(about.operation), tier, stale);
        return;
      }
      case 'miss':
        forEach(event.subject, event.about ?? nothing, (tally) => (tally.misses[event.reason] += 1));
        return;
      case 'bypassed':
        forEach(event.subject, event.about ?? nothing, (tally) => (tally.bypassed[event.reason] += 1));
        return;
      case 'joined':
        forEach('answer', event.about ?? nothing, (tally) => (tally.joined += 1));
        return;
      case 'stored':
        forEach(event.subject, event.about ?? nothing, (tally) => {
          tally.stored += 1;
          tally.storedBytes += event.bytes;
        });
        return;
      case 'not-stored':
        forEach(event.subject, event.about ?? nothing, (tally) => (tally.notStored[event.reason] += 1));
        return;
      case 'refresh':
        refreshes[event.reason] += 1;
        return;
      case 'refresh-failed':
        refreshFailures += 1;
        return;
      case 'evicted':
        evicted[event.reason] += 1;
        evictedBytes += event.bytes;
        return;
      case 'invalidated':
        invalidations += 1;
        invalidatedTags += event.tags;
        return;
      case 'skipped':
        skips += 1;
        return;
      case 'cleared':
        clears += 1;
        return;
      case 'store-failed':
        addOne(storeFailures, event.store);
        return;
      case 'store-unavailable':
        addOne(storeOutages, event.store);
        down.add(`${event.store} ${event.node}`);
        return;
      case 'store-available':
        down.delete(`${event.store} ${event.node}`);
        return;
    }
  };
  const close = events.on(hear);

  return {
    close,
    report: () => ({
      answersByType: types.all(),
      answersByOperation: operations.all(),
      entities: entities.all(),
      evicted: { ...evicted },
      evictedBytes,
      refreshes: { ...refreshes },
      refreshFailures,
      invalidations,
      invalidatedTags,
      skips,
      clears,
      storeFailures,
      storeOutages,
      storesDown: down.size,
    }),
  };
};
