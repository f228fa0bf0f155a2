import { retryAfterSeconds } from '../../limits/refusal.ts';
import type { LimitWindow, Quota } from '../../limits/policy.ts';
import type { RawHeaders } from './cors.ts';

const none: RawHeaders = [];

/** Windows live as long as the server. */
const policies = new WeakMap<LimitWindow, string>();

const policyOf = (window: LimitWindow): string => {
  let text = policies.get(window);
  if (text === undefined) {
    text = `"${window.name}";q=${window.limit};w=${Math.ceil(window.windowMs / 1_000)}`;
    policies.set(window, text);
  }
  return text;
};

const lastThree = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, '0'));

/**
 * V8 keeps the text of every number that it writes for a while, in a cache that no small collection empties. With a limit of
 * millions each answer has a number of its own: written in two parts, it has not.
 */
const decimal = (count: number): string =>
  count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}${lastThree[count % 1_000] ?? ''}`;

const stateOf = ({ window, remaining, freeAfterMs }: Quota): string =>
  `"${window.name}";r=${decimal(remaining)};t=${Math.ceil(freeAfterMs / 1_000)}`;

/**
 * `RateLimit-Policy` (`"general";q=1000;w=900`: so many in so many seconds) and `RateLimit` (`"general";r=999;t=12`: so many
 * are left, and more in so many seconds), a member for each policy that the request met.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/11/
 * @param isShared caches may give the answer to others without asking: then it says nothing about the one who asked.
 */
export const limitHeaders = (quotas: readonly Quota[], isShared = false): RawHeaders => {
  const [first] = quotas;
  if (!first) return none;
  const policy =
    quotas.length === 1 ? policyOf(first.window) : quotas.map(({ window }) => policyOf(window)).join(', ');
  if (isShared) return ['RateLimit-Policy', policy];
  const state = quotas.length === 1 ? stateOf(first) : quotas.map(stateOf).join(', ');
  return ['RateLimit-Policy', policy, 'RateLimit', state];
};

/** Of an answer to what was refused. */
export const retryAfter = (quota: Quota): RawHeaders => ['Retry-After', String(retryAfterSeconds(quota))];
