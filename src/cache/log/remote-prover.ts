import { AsyncLocalStorage } from 'node:async_hooks';
import type { Epoch, EpochAuthority } from '../epoch.ts';
import { type Clock, systemClock } from './clock.ts';
import type { CacheEvents } from '../events.ts';
import { createEpochView, type EpochView } from './epoch-view.ts';
import { failureReason } from './failure-reason.ts';
import type { InvalidationLog } from './invalidation-log.ts';
import type { Proofs, Prover } from './prover.ts';

export interface ProverOptions {
  readonly log: InvalidationLog;
  readonly authority: EpochAuthority;
  /** Hash of the facet declarations that this instance knows. */
  readonly declarations: string;
  /** Default 200,000. */
  readonly stampCapacity?: number;
  readonly events?: CacheEvents;
  /** How long a call may wait, from its own beginning. Default 50. */
  readonly budgetMs?: number;
  /**
   * From the sending of one proof to the next, for a log that many share; a call that finds the last one longer ago does
   * not wait. Default 0: one proof in flight at a time is limit enough, since the busier this process or the log is, the
   * more calls gather for the next.
   */
  readonly minIntervalMs?: number;
  readonly clock?: Clock;
  /** Told when calls have waited for their whole budget, in vain. */
  readonly onWaitedInVain?: () => void;
}

export interface RemoteProver extends Prover {
  proveSoon(epoch: Epoch, tell: (proofs: Proofs | undefined) => void): boolean;
  /** Answers `undefined` to those who wait and to all who come. */
  close(): void;
}

interface Waiter {
  readonly deadlineMs: number;
  readonly tell: (proofs: Proofs | undefined) => void;
}

interface InFlight {
  waiters: Waiter[];
}

/** An epoch whose log failed: nobody waits for it until a probe in the background succeeds. */
interface Distrust {
  readonly nonce: string;
  readonly delayMs: number;
  readonly cancelProbe: () => void;
}

const MAX_PROBE_DELAY_MS = 1000;

/**
 * Proofs from a log elsewhere. Calls share one only until its bytes go out: then the batch is closed, and who
 * comes later waits for the next, since a write may have been acknowledged in between.
 */
export const createProver = (options: ProverOptions): RemoteProver => {
  const { log, authority, budgetMs = 50, minIntervalMs = 0, clock = systemClock, onWaitedInVain } = options;
  let view: EpochView | undefined;
  let gathering: Waiter[] = [];
  let inFlight: InFlight | undefined;
  let lastSentMs = Number.NEGATIVE_INFINITY;
  let isFlushDue = false;
  let isExpiryDue = false;
  /** The proof in flight has had the time of a whole budget. */
  let isOverdue = false;
  let distrust: Distrust | undefined;
  let isClosed = false;

  const isDistrusted = (epoch: Epoch): boolean => distrust?.nonce === epoch.nonce;

  const tellAll = (waiters: readonly Waiter[], proofs: Proofs | undefined): void => {
    for (const waiter of waiters) waiter.tell(proofs);
  };
  /** Not in the context of the request that happened to send. */
  const outside = AsyncLocalStorage.snapshot();
  const settle = (waiters: readonly Waiter[], proofs: Proofs | undefined): void => {
    if (waiters.length > 0) outside(tellAll, waiters, proofs);
  };

  const releaseGathering = (): void => {
    settle(gathering, undefined);
    gathering = [];
  };

  const scheduleFlush = (): void => {
    if (isFlushDue || inFlight !== undefined || gathering.length === 0) return;
    isFlushDue = true;
    const waitMs = lastSentMs + minIntervalMs - clock.nowMs();
    // Not at once, so that calls of one turn of the event loop share a round trip.
    if (waitMs > 0) clock.after(waitMs, flush);
    else clock.soon(flush);
  };

  const flush = (): void => {
    isFlushDue = false;
    // A probe may have gone out meanwhile: what comes after it is flushed when it is back.
    if (inFlight !== undefined || gathering.length === 0) return;
    const epoch = authority.live();
    if (epoch === undefined || isDistrusted(epoch)) releaseGathering();
    else send(epoch);
  };

  const send = (epoch: Epoch): void => {
    if (view?.epoch.nonce !== epoch.nonce) view = createEpochView({ ...options, epoch });
    const sent: InFlight = { waiters: gathering };
    // Closed before the bytes go out: a proof that left earlier says nothing to who comes now.
    gathering = [];
    inFlight = sent;
    lastSentMs = clock.nowMs();
    void exchange(view, sent);
  };

  const exchange = async (asked: EpochView, sent: InFlight): Promise<void> => {
    const proofs = await askLog(asked);
    const isInVain = proofs === undefined && sent.waiters.length > 0;
    if (isInVain && clock.nowMs() - lastSentMs >= budgetMs) onWaitedInVain?.();
    inFlight = undefined;
    isOverdue = false;
    // Looked at for all of them, who use it at once.
    settle(sent.waiters, authority.live()?.nonce === asked.epoch.nonce ? proofs : undefined);
    scheduleFlush();
  };

  /** Never rejects. */
  const askLog = async (asked: EpochView): Promise<Proofs | undefined> => {
    const { epoch } = asked;
    try {
      const proofs = asked.receive(await log.prove(epoch, asked.applied));
      if (isDistrusted(epoch)) trust();
      return proofs;
    } catch (error) {
      if (isClosed) return undefined;
      authority.reportLogFailure(epoch, failureReason(error));
      distrustAndProbe(epoch);
      return undefined;
    }
  };

  const trust = (): void => {
    distrust?.cancelProbe();
    distrust = undefined;
  };

  const distrustAndProbe = (epoch: Epoch): void => {
    const lastDelayMs = distrust?.nonce === epoch.nonce ? distrust.delayMs : budgetMs / 2;
    const delayMs = Math.min(2 * lastDelayMs, MAX_PROBE_DELAY_MS);
    trust();
    distrust = { nonce: epoch.nonce, delayMs, cancelProbe: clock.after(delayMs, probe) };
    // Calls that gathered for a newer epoch keep waiting: nothing is known against its log.
    const live = authority.live();
    if (live === undefined || isDistrusted(live)) releaseGathering();
  };

  const probe = (): void => {
    const epoch = authority.live();
    if (epoch === undefined || !isDistrusted(epoch)) trust();
    else if (inFlight === undefined) send(epoch);
  };

  /** The first moment at which somebody has waited long enough. */
  const nextDeadlineMs = (): number | undefined => {
    const waiting = inFlight?.waiters[0];
    if (waiting !== undefined) return waiting.deadlineMs;
    if (inFlight !== undefined && !isOverdue) return lastSentMs + budgetMs;
    return gathering[0]?.deadlineMs;
  };

  const scheduleExpiry = (): void => {
    const deadlineMs = nextDeadlineMs();
    if (isExpiryDue || deadlineMs === undefined) return;
    isExpiryDue = true;
    // The turn after the timer's: what arrived while this process was busy is read in between.
    clock.after(Math.max(0, deadlineMs - clock.nowMs()), () => clock.soon(expire));
  };

  const expire = (): void => {
    isExpiryDue = false;
    const nowMs = clock.nowMs();
    const waitLonger = (waiters: Waiter[]): Waiter[] => {
      const stillInTime = waiters.findIndex(({ deadlineMs }) => deadlineMs > nowMs);
      const expired = stillInTime === -1 ? waiters.length : stillInTime;
      settle(waiters.slice(0, expired), undefined);
      if (expired > 0) onWaitedInVain?.();
      return waiters.slice(expired);
    };
    if (inFlight !== undefined) {
      inFlight.waiters = waitLonger(inFlight.waiters);
      isOverdue = nowMs - lastSentMs >= budgetMs;
    }
    if (isOverdue) releaseGathering();
    else gathering = waitLonger(gathering);
    scheduleExpiry();
  };

  const proveSoon: RemoteProver['proveSoon'] = (epoch, tell) => {
    if (isClosed || isOverdue || isDistrusted(epoch)) return false;
    gathering.push({ deadlineMs: clock.nowMs() + budgetMs, tell });
    scheduleFlush();
    scheduleExpiry();
    return true;
  };

  return {
    proveSoon,
    prove: () =>
      new Promise((resolve) => {
        const epoch = authority.live();
        const waits = epoch !== undefined && proveSoon(epoch, (proofs) => resolve(proofs?.kept));
        if (!waits) resolve(undefined);
      }),
    close() {
      isClosed = true;
      trust();
      releaseGathering();
      if (inFlight !== undefined) {
        settle(inFlight.waiters, undefined);
        inFlight.waiters = [];
      }
    },
  };
};
