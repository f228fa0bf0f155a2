import type { Logger } from '../shared/logger.ts';

export type Tier = 'memory' | 'remote';
/** What was looked for: a whole answer, or an entity below it. */
export type Subject = 'answer' | 'entity';

/** Why nothing that is kept could be served. */
export type MissReason =
  /** Nothing is kept under the key. */
  | 'absent'
  /** A tag of it was stamped since, or it lies below the floor. */
  | 'invalidated'
  /** Its life and its grace are over. */
  | 'expired'
  /** It belongs to somebody else. */
  | 'other-audience'
  /** The epoch changed while it was looked up. */
  | 'other-epoch';

/** Why a request was led past the cache on purpose, to compare: an operator asked, or a share is drawn. */
export type PastReason = 'asked' | 'drawn';

/** Why the cache stood aside: the answer is computed, nothing is stored or shared. */
export type BypassReason = 'no-epoch' | 'no-proof' | 'epoch-changed' | PastReason;

/**
 * What the host calls what was looked for, for whoever counts: nothing is decided by it. Of an answer its meta, of an
 * entity its key, so that no event costs an object more.
 */
export interface About {
  readonly type?: unknown;
  readonly operation?: unknown;
  readonly entity?: unknown;
}

export type NotStoredReason =
  /** The host said so; its own words go along as `detail`. */
  'uncacheable' | 'no-max-age' | 'too-large' | 'past-its-end' | 'epoch-changed' | 'bypassed';

export type RefreshReason = 'expired' | 'early';

export type CacheEvent =
  | {
      readonly type: 'hit';
      readonly subject: Subject;
      readonly tier: Tier;
      readonly stale: boolean;
      readonly about?: About;
    }
  | { readonly type: 'miss'; readonly subject: Subject; readonly reason: MissReason; readonly about?: About }
  | {
      readonly type: 'bypassed';
      readonly subject: Subject;
      readonly reason: BypassReason;
      readonly about?: About;
    }
  | { readonly type: 'joined'; readonly where: 'process' | 'instances'; readonly about?: About }
  | { readonly type: 'stored'; readonly subject: Subject; readonly bytes: number; readonly about?: About }
  | {
      readonly type: 'not-stored';
      readonly subject: Subject;
      readonly reason: NotStoredReason;
      readonly detail?: string;
      readonly about?: About;
    }
  | { readonly type: 'refresh'; readonly reason: RefreshReason }
  | { readonly type: 'refresh-failed'; readonly error: unknown }
  /** A record of the log was taken in: somebody wrote. */
  | { readonly type: 'invalidated'; readonly position: number; readonly tags: number }
  /** More was written than the log could tell: everything older is dropped. */
  | { readonly type: 'skipped'; readonly position: number; readonly records: number }
  /** An operator dropped everything. */
  | { readonly type: 'cleared'; readonly position: number }
  | { readonly type: 'evicted'; readonly reason: 'space' | 'expired'; readonly bytes: number }
  | {
      readonly type: 'store-unavailable';
      readonly store: string;
      readonly node: string;
      readonly reason: string;
    }
  | { readonly type: 'store-available'; readonly store: string; readonly node: string }
  | { readonly type: 'store-failed'; readonly store: string; readonly error: unknown };

export interface CacheEvents {
  /** Counts the event, then hands it to every listener, before it returns. Never throws. */
  emit(event: CacheEvent): void;
  /** @returns takes the listener off again. */
  on(listener: (event: CacheEvent) => void): () => void;
  /** How often each happened since the start, by name and reason: `miss:answer:absent`. */
  counts(): Readonly<Record<string, number>>;
}

/** Written out, since building a name takes as long as finding the answer that was hit. */
const HIT_NAMES = {
  answer: {
    memory: ['hit:answer:memory', 'hit:answer:memory:stale'],
    remote: ['hit:answer:remote', 'hit:answer:remote:stale'],
  },
  entity: {
    memory: ['hit:entity:memory', 'hit:entity:memory:stale'],
    remote: ['hit:entity:remote', 'hit:entity:remote:stale'],
  },
} as const;

const nameOf = (event: CacheEvent): string => {
  switch (event.type) {
    case 'hit':
      return HIT_NAMES[event.subject][event.tier][event.stale ? 1 : 0];
    case 'miss':
    case 'bypassed':
    case 'not-stored':
      return `${event.type}:${event.subject}:${event.reason}`;
    case 'stored':
      return `stored:${event.subject}`;
    case 'joined':
      return `joined:${event.where}`;
    case 'refresh':
    case 'evicted':
      return `${event.type}:${event.reason}`;
    case 'store-unavailable':
    case 'store-available':
    case 'store-failed':
      return `${event.type}:${event.store}`;
    case 'refresh-failed':
    case 'invalidated':
    case 'skipped':
    case 'cleared':
      return event.type;
  }
};

/** @param logger hears of a listener that threw. */
export const createCacheEvents = (logger?: Logger): CacheEvents => {
  let listeners: readonly ((event: CacheEvent) => void)[] = [];
  /** Cells, so that counting once more is no change to the map. */
  const counters = new Map<string, { count: number }>();
  return {
    emit(event) {
      const name = nameOf(event);
      const counter = counters.get(name);
      if (counter) counter.count += 1;
      else counters.set(name, { count: 1 });
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          logger?.error({ err: error, event: event.type }, 'A listener to cache events failed.');
        }
      }
    },
    on(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((one) => one !== listener);
      };
    },
    counts: () => Object.fromEntries([...counters].map(([name, { count }]) => [name, count])),
  };
};
