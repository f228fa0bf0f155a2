/**
 * The rules of the gate, without I/O: what was read, what time it is and how the process itself stands decide
 * what it may do. `gate.ts` acts on them against Mongo; the model in the tests explores these same functions.
 */
import type { Epoch } from '../../cache/epoch.ts';
import type { GateTimings } from './gate-timings.ts';

export type GateState = 'live' | 'closing' | 'none' | 'opening';
export type LogKind = 'redis' | 'memory';

/** A promise about the future, kept until a time of Mongo's clock in milliseconds. */
export interface Hold {
  readonly by: string;
  readonly untilMs: number;
}

/** What the gate's document says. Times are Mongo's, in milliseconds since 1970. */
export interface GateDocument {
  readonly format: number;
  /** One more with each step; every step names the version it leaves. */
  readonly version: number;
  readonly state: GateState;
  /** The log that live, opening and closing speak of; in none nothing is named. */
  readonly epoch: Epoch | undefined;
  readonly logKind: LogKind;
  readonly enteredAtMs: number;
  /** When a process that can use the named log last said so. */
  readonly usedAtMs: number;
  /** How often in a row an epoch was closed before its time. */
  readonly failures: number;
  readonly reopenAtMs: number;
  readonly vetoes: readonly Hold[];
  /** Who is beginning an epoch, in none. */
  readonly claim: Hold | undefined;
  readonly reason: string;
  /**
   * A time of Mongo's before the epoch began, as sixteen hex digits: whoever computes in the epoch has seen all writes up to
   * it. Absent where an older version opened it.
   */
  readonly followFrom?: string | undefined;
}

/** A moment on both clocks. The monotonic one may stop while a machine sleeps, the wall clock may be set. */
export interface Instant {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** What a linearizable read showed. */
export interface View {
  readonly document: GateDocument;
  /** Before the read was sent: the document may have changed as soon as this. */
  readonly readFrom: Instant;
  /** Mongo's clock at the read, milliseconds since 1970. */
  readonly serverNowMs: number;
  /** The order of the read's operation time. */
  readonly readOrder?: string | undefined;
}

/** When this process first knew that a version is majority-committed: the reply of the read that showed it. */
export interface Sighting {
  readonly version: number;
  readonly monotonicMs: number;
}

/** How the process itself stands. */
export interface Self {
  readonly instanceId: string;
  readonly format: number;
  readonly logKind: LogKind;
  /** Whether it may begin epochs: a script that writes and leaves does not. */
  readonly mayOpen: boolean;
  /** The epoch it began itself last. A log in memory is of use to the process that holds it alone. */
  readonly begun: Epoch | undefined;
  /** Set after the log of this claim was opened: the version of the claim, and the epoch to name. */
  readonly opened: { readonly version: number; readonly epoch: Epoch } | undefined;
  /** The nonce of the epoch to which an append of its own has succeeded. */
  readonly provenNonce: string | undefined;
  /** An append failed, and nothing has shown since that the next one would not. */
  readonly cannotAppend: boolean;
  /** It has writes to acknowledge, or announces some. */
  readonly writes: boolean;
  /** An epoch whose log has missed, or may have missed, a write. */
  readonly ended?: { readonly nonce: string; readonly reason: string } | undefined;
}

export type Step =
  | { readonly kind: 'close'; readonly reason: string }
  | { readonly kind: 'leave' }
  | { readonly kind: 'claim' }
  | { readonly kind: 'open'; readonly epoch: Epoch }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'go-live' }
  /** Of the one who holds the log in memory, as it ends: nobody else could serve what was stored under it. */
  | { readonly kind: 'release' };

/** The larger of what the two clocks say: either may be late, and acting too long is the hazard. */
export const elapsedMs = (from: Instant, to: Instant): number =>
  Math.max(to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs);

export const holds = (view: View, now: Instant, timings: GateTimings): boolean =>
  elapsedMs(view.readFrom, now) < timings.validityMs;

/** Keeps the first moment at which a version was known; a repeated read does not begin its wait again. */
export const sight = (previous: Sighting | undefined, version: number, replyAt: Instant): Sighting =>
  previous?.version === version ? previous : { version, monotonicMs: replyAt.monotonicMs };

/** What decides which logs a process can have part in. */
export type Part = Pick<Self, 'format' | 'logKind' | 'begun'>;

/** Whether the log that the document names can be this process' log at all. */
export const isUsable = (document: GateDocument, self: Part): boolean =>
  document.format === self.format &&
  document.logKind === self.logKind &&
  document.epoch !== undefined &&
  (self.logKind === 'redis' || document.epoch.nonce === self.begun?.nonce);

/** The epoch whose entries may be served and computed now, if any. Asked after the request has arrived. */
export const epochToServe = (
  view: View | undefined,
  now: Instant,
  self: Part,
  timings: GateTimings,
): Epoch | undefined =>
  view?.document.state === 'live' && holds(view, now, timings) && isUsable(view.document, self)
    ? view.document.epoch
    : undefined;

/**
 * What a mutation whose writes have settled does next.
 * - `answer`: it may be answered.
 * - `append`: append to the named log, then ask again, with its nonce.
 * - `withdraw`: this process cannot append there; it has to bring the gate to none.
 * - `wait`: for another view.
 * @param appendedTo nonce of the epoch that already holds the mutation's record. It counts while a valid view
 *   still names that epoch, closing included: the next epoch can then only live later than now, and what it
 *   computes sees the writes.
 */
export const mutationMove = (
  view: View | undefined,
  now: Instant,
  appendedTo: string | undefined,
  self: Self,
  timings: GateTimings,
): 'answer' | 'append' | 'withdraw' | 'wait' => {
  if (view === undefined || !holds(view, now, timings)) return 'wait';
  const { document } = view;
  if (document.state === 'none') return 'answer';
  if (document.epoch !== undefined && document.epoch.nonce === appendedTo) return 'answer';
  if (!isUsable(document, self)) return document.state === 'closing' ? 'wait' : 'withdraw';
  return self.cannotAppend ? 'wait' : 'append';
};

const hasLasted = (view: View, sighting: Sighting, now: Instant, waitMs: number): boolean =>
  // The monotonic clock alone: a wall clock set forward would cut the wait short.
  sighting.version === view.document.version && now.monotonicMs - sighting.monotonicMs >= waitMs;

/** Why a process must not leave the gate naming this log, if it must not. */
const objection = (view: View, self: Self, timings: GateTimings): string | undefined => {
  const { document } = view;
  if (document.format !== self.format) return `format ${document.format} is not ${self.format}`;
  if (isUsable(document, self)) {
    if (self.ended !== undefined && self.ended.nonce === document.epoch?.nonce) return self.ended.reason;
    return self.cannotAppend ? 'cannot append' : undefined;
  }
  if (self.writes) return 'a writer has no part in this log';
  return self.mayOpen && view.serverNowMs - document.usedAtMs > timings.leaseMs ? 'abandoned' : undefined;
};

export const mayReopen = (view: View, self: Self): boolean =>
  self.mayOpen &&
  !self.cannotAppend &&
  view.document.reopenAtMs <= view.serverNowMs &&
  view.document.vetoes.every((veto) => veto.untilMs <= view.serverNowMs);

/** The step that the process may take now. Whether it happens is for the compare-and-set on the version to say. */
export const nextStep = (
  view: View,
  sighting: Sighting,
  now: Instant,
  self: Self,
  timings: GateTimings,
): Step | undefined => {
  const { document } = view;
  switch (document.state) {
    case 'live': {
      const reason = objection(view, self, timings);
      return reason === undefined ? undefined : { kind: 'close', reason };
    }
    case 'closing':
      return hasLasted(view, sighting, now, timings.closingMs) ? { kind: 'leave' } : undefined;
    case 'none': {
      if (!mayReopen(view, self)) return undefined;
      if (self.opened?.version === document.version) return { kind: 'open', epoch: self.opened.epoch };
      const { claim } = document;
      const free = claim === undefined || claim.by === self.instanceId || claim.untilMs <= view.serverNowMs;
      return free ? { kind: 'claim' } : undefined;
    }
    case 'opening': {
      const reason = objection(view, self, timings);
      if (reason !== undefined) {
        // What another format means by opening is not known here; closing is right whatever it means.
        return { kind: document.format === self.format ? 'withdraw' : 'close', reason };
      }
      const proven = isUsable(document, self) && document.epoch?.nonce === self.provenNonce;
      return proven && hasLasted(view, sighting, now, timings.openingMs) ? { kind: 'go-live' } : undefined;
    }
  }
};

const backOffMs = (failures: number, timings: GateTimings): number =>
  failures === 0 ? 0 : Math.min(timings.backOffMaxMs, timings.backOffMs * 2 ** Math.min(failures - 1, 30));

/** The document after a step. Vetoes are no part of it: they come and go beside the versions. */
export const take = (view: View, step: Step, self: Self, timings: GateTimings): GateDocument => {
  const { document, serverNowMs } = view;
  const next = {
    ...document,
    version: document.version + 1,
    enteredAtMs: serverNowMs,
    claim: undefined,
    reason: step.kind,
  };
  switch (step.kind) {
    case 'close': {
      const calm = document.state === 'live' && serverNowMs - document.enteredAtMs > timings.calmMs;
      const failures = calm ? 1 : document.failures + 1;
      // From here on, and not from the end of closing: that one is a wait already.
      const reopenAtMs = serverNowMs + backOffMs(failures, timings);
      return { ...next, state: 'closing', failures, reopenAtMs, reason: step.reason };
    }
    case 'leave':
      return { ...next, state: 'none', epoch: undefined, reason: document.reason };
    case 'claim':
      return {
        ...next,
        reason: document.reason,
        claim: { by: self.instanceId, untilMs: serverNowMs + timings.claimMs },
      };
    case 'open': {
      const log = { format: self.format, logKind: self.logKind, usedAtMs: serverNowMs };
      return { ...next, ...log, state: 'opening', epoch: step.epoch, followFrom: view.readOrder };
    }
    case 'withdraw': {
      const reopenAtMs = serverNowMs + timings.withdrawnMs;
      return { ...next, state: 'none', epoch: undefined, reopenAtMs, reason: step.reason };
    }
    case 'go-live':
      return { ...next, state: 'live', usedAtMs: serverNowMs };
    case 'release':
      return { ...next, state: 'none', epoch: undefined, failures: 0, reopenAtMs: serverNowMs };
  }
};

/**
 * The gate where there is none: closing, since whoever held a view of a gate that was dropped may still act on
 * it. Its versions begin at the time, so that they are above those of a gate that was there before.
 */
export const firstDocument = (self: Self, wallMs: number): GateDocument => ({
  format: self.format,
  version: wallMs,
  state: 'closing',
  epoch: undefined,
  logKind: self.logKind,
  enteredAtMs: wallMs,
  usedAtMs: wallMs,
  failures: 0,
  reopenAtMs: 0,
  vetoes: [],
  claim: undefined,
  reason: 'first start',
});
