import { admits } from './audience.ts';
import type { Entry } from './entry.ts';
import type { MissReason } from './events.ts';
import type { Proof } from './log/prover.ts';

export interface FreshnessRules {
  /** How long something proven current may be served after its life while it is refreshed, at most. */
  readonly graceMs: number;
  /** How eagerly dear entries are refreshed early; 1 is the optimum of the source, 0 is never. */
  readonly earlyRefresh: number;
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number;
}

/** `'early'`: fresh, but this request should have it refreshed. `'stale'`: expired, current, within its grace. */
export type Verdict = 'fresh' | 'early' | 'stale' | MissReason;

/** Meta under which the engine itself keeps the moment after which an entry has no grace. */
export const END_META = 'marquee.expiresAtMs';

/** `-Math.log` of the smallest number above 0 that 1 minus a random one can be, 2 ** -53, rounded up. */
const MAX_HEAD_START = 37;

const hardEndOf = (entry: Entry): number => {
  const end = entry.meta[END_META];
  return typeof end === 'number' ? end : Infinity;
};

/**
 * What may be done with an entry that was kept, for a request whose proof this is. The order matters: whether it
 * is current comes before its age, so that nothing invalidated is ever served as stale.
 *
 * Early refresh is XFetch, by Vattani, Chierichetti and Lowenstein, "Optimal Probabilistic Cache Stampede
 * Prevention", VLDB 2015: each reader acts as if the entry ended earlier by `costMs · β · -ln(random)`.
 */
export const judge = (
  entry: Entry,
  viewerId: string | undefined,
  proof: Proof,
  nowMs: number,
  rules: FreshnessRules,
): Verdict => {
  if (!admits(entry.audience, viewerId)) return 'other-audience';
  if (!proof.isCurrent(entry.tags, entry.asOf)) return 'invalidated';
  const endsAtMs = entry.computedAtMs + entry.ttlMs;
  if (nowMs >= endsAtMs) {
    const graceMs = Math.min(entry.ttlMs, rules.graceMs);
    return nowMs < Math.min(endsAtMs + graceMs, hardEndOf(entry)) ? 'stale' : 'expired';
  }
  if (nowMs + entry.costMs * rules.earlyRefresh * MAX_HEAD_START < endsAtMs) return 'fresh';
  const headStartMs = entry.costMs * rules.earlyRefresh * -Math.log(1 - rules.random());
  return nowMs + headStartMs >= endsAtMs ? 'early' : 'fresh';
};

/**
 * Whether something computed meanwhile is new enough for a request. A computation that began at or after the
 * request's proof saw every write acknowledged before the request, whatever was stamped since.
 */
export const covers = (proof: Proof, answer: Pick<Entry, 'tags' | 'asOf'>): boolean =>
  answer.asOf >= proof.position || proof.isCurrent(answer.tags, answer.asOf);

/** Whether time itself has made an answer another one. */
export const isOver = (entry: Entry, nowMs: number): boolean => nowMs >= hardEndOf(entry);
