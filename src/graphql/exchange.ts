import type { Served } from '../cache/response/answers.ts';
import type { PastReason } from '../cache/events.ts';
import type { Proof } from '../cache/log/prover.ts';
import type { Quota } from '../limits/policy.ts';
import type { Caller, ClientOrigin } from '../shared/viewer.ts';

/** One operation that came by HTTP: what its request says, and what the response cache tells of its answer. */
export interface Exchange {
  readonly viewer: Caller | undefined;
  readonly client: ClientOrigin;
  /** The network that the request came from, as limits count it. */
  readonly address: string;
  /** Whether the answer may carry `extensions.responseCache`. */
  readonly mayExplain: boolean;
  /** Begun after the request arrived. */
  readonly proof?: Promise<Proof | undefined>;
  /** A query that may be kept is to be answered past the cache. */
  readonly past?: PastReason;
  /** How the asker stands with the limits of the fields that were asked for, by policy. */
  quotas?: Map<string, Quota>;
  /** Set when the operation may be kept: what it asks, whoever asks. */
  question?: string;
  /** Set when the answer is the body of this, and has no errors. */
  served?: Served;
}
