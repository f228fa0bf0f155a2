import type { Served } from '../../cache/response/answers.ts';
import type { Tag } from '../../cache/tags.ts';
import { isLiveServed } from './live-answer.ts';
import type { LiveGroup } from './operation-policy.ts';

/** `extensions.responseCache` of a query, in the words of Envelop's plugin where it has them. */
export interface QueryExplanation {
  readonly hit: boolean;
  /** How the answer came about. */
  readonly how: Served['how'] | 'not-cached';
  /** Where it was kept. */
  readonly tier?: 'memory' | 'redis';
  /** Milliseconds since its computation began. */
  readonly age?: number;
  /** Milliseconds that it may live from then on. */
  readonly ttl?: number;
  /** Who may be given it. */
  readonly scope?: 'everyone' | 'anonymous' | 'viewer';
  /** What a write must touch for it to be dropped. */
  readonly tags?: readonly Tag[];
  /** Whether it is kept for the next who asks. */
  readonly didCache?: boolean;
  /** Why nothing kept was served, and why this is not kept. */
  readonly reasons?: readonly string[];
  /** Of the live fields, which are kept apart from the page that they stand on. */
  readonly live?: Readonly<Partial<Record<LiveGroup, QueryExplanation>>>;
}

const missTexts: Readonly<Record<NonNullable<Served['missed']>, string>> = {
  absent: 'nothing was kept',
  invalidated: 'what was kept was invalidated by a write',
  expired: 'what was kept had expired',
  'other-audience': 'what was kept is for somebody else',
  'other-epoch': 'the epoch of the cache changed',
};

const bypassTexts: Readonly<Record<NonNullable<Served['bypassed']>, string>> = {
  'no-epoch': 'the cache stands aside: no epoch lives',
  'no-proof': 'the cache stands aside: the log gave no proof in time',
  'epoch-changed': 'the cache stands aside: its epoch has just ended',
  asked: 'an operator asked for an answer past the cache',
  drawn: 'it was drawn to be answered past the cache, to compare',
};

const notStoredTexts: Readonly<Record<NonNullable<Served['notStored']>['reason'], string>> = {
  uncacheable: 'not kept',
  'no-max-age': 'not kept: no maxAge',
  'too-large': 'not kept: too large',
  'past-its-end': 'not kept: it ends at once',
  'epoch-changed': 'not kept: the epoch of the cache changed',
  bypassed: 'not kept',
};

const explainPart = (served: Served): QueryExplanation => {
  const { how, tier, ageMs, ttlMs, audience, tags, missed, bypassed, notStored } = served;
  const hit = how === 'hit' || how === 'stale-while-revalidate';
  const reasons = [
    ...(missed ? [missTexts[missed]] : []),
    ...(bypassed ? [bypassTexts[bypassed]] : []),
    ...(notStored && !bypassed
      ? [
          notStored.detail
            ? `${notStoredTexts[notStored.reason]}: ${notStored.detail}`
            : notStoredTexts[notStored.reason],
        ]
      : []),
  ];
  return {
    hit,
    how,
    ...(tier && { tier: tier === 'remote' ? ('redis' as const) : tier }),
    ...(!bypassed && { age: Math.round(ageMs), ttl: Math.round(ttlMs) }),
    scope: typeof audience === 'string' ? audience : 'viewer',
    tags: tags.toSorted(),
    ...(!hit && { didCache: how === 'computed' && notStored === undefined }),
    ...(reasons.length > 0 && { reasons }),
  };
};

export const explainServed = (served: Served): QueryExplanation => {
  if (!isLiveServed(served)) return explainPart(served);
  const live = [...served.fillings].map(([group, filling]) => [group, explainPart(filling)] as const);
  return { ...explainPart(served.page), live: Object.fromEntries(live) };
};
