import type { Served } from '../cache/response/answers.ts';
import type { PastReason } from '../cache/events.ts';
import type { Proof } from '../cache/log/prover.ts';
import type { Quota } from '../limits/policy.ts';
import type { Caller, ClientOrigin } from '../shared/viewer.ts';

/** Whether those who asked may still be told, while a stream lasts. */
export interface Standing {
  /** @returns `undefined` when their credentials are over. */
  now(): Promise<Caller | undefined>;
  /** Milliseconds since 1970 when they are over in any case; `Infinity` where that is not known. */
  readonly endsAtMs: number;
}

/** Why a stream of events ended by itself. */
export type StreamEnd =
  /** what it was about is over */
  | 'source'
  /** the credentials are */
  | 'unauthenticated'
  /** the listener went away */
  | 'left'
  | 'stopping'
  | 'failed';

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
  /** Of those who showed credentials, for subscriptions. */
  readonly standing?: Standing;
  /** Set when the stream that answers a subscription has ended. */
  streamEnd?: StreamEnd;
  /** How the asker stands with the limits of the fields that were asked for, by policy. */
  quotas?: Map<string, Quota>;
  /** Set when the operation may be kept: what it asks, whoever asks. */
  question?: string;
  /** Set when the answer is the body of this, and has no errors. */
  served?: Served;
}
