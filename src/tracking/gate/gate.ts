import type { mongo } from 'mongoose';
import type { Epoch, EpochAuthority } from '../../cache/epoch.ts';
import type { InvalidationLog, OperationTime } from '../../cache/log/invalidation-log.ts';
import type { Logger } from '../../shared/logger.ts';
import { createGateStore } from './gate-document.ts';
import { type GateClock, GateKeeper } from './gate-keeper.ts';
import { epochToServe, type GateState, holds, isUsable, type LogKind, mutationMove } from './gate-machine.ts';
import { checkTimings, GATE_FORMAT, GATE_TIMINGS, type GateTimings } from './gate-timings.ts';
import { LogHealth } from './log-health.ts';

export interface GateOptions {
  /** A client of background work, connected: a command of it must not count as a request's. The gate leaves it open. */
  readonly client: mongo.MongoClient;
  readonly databaseName: string;
  /** Default `marquee.gate`. */
  readonly collectionName?: string;
  readonly log: InvalidationLog;
  /** What kind of log it is: one that all instances share, or this process' own. */
  readonly mode: LogKind;
  /** Tells this process from every other, past ones included. */
  readonly instanceId: string;
  /** Whether it may begin epochs: false for a script that writes and leaves. Default true. */
  readonly mayOpen?: boolean;
  readonly timings?: Partial<GateTimings>;
  readonly clock?: GateClock;
  /** Default {@link GATE_FORMAT}. */
  readonly format?: number;
  readonly logger: Logger;
}

/** For health and metrics. */
export interface GateReport {
  /** `unknown` when no valid view is held: then nothing is served from the cache, and mutations wait. */
  readonly state: GateState | 'unknown';
  readonly epoch: Epoch | undefined;
  /** Whether this process may serve from the cache now. */
  readonly isLive: boolean;
  /** Whether the named log is one that this process can have part in. */
  readonly isUsable: boolean;
  readonly cannotAppend: boolean;
  /** Why the log is in doubt, if it is. */
  readonly doubt: string | undefined;
  readonly isVetoing: boolean;
  readonly failures: number;
  /** Why the gate is as it is. */
  readonly reason: string | undefined;
  readonly waitingMutations: number;
}

export interface Gate extends EpochAuthority {
  /**
   * Resolves after the first look at the gate, whatever it showed.
   * @throws StartupError on a standalone Mongo; what the driver throws when Mongo does not answer.
   */
  start(): Promise<void>;
  /** Afterwards nothing is live, and {@link Gate.acknowledge} rejects. Never rejects. */
  stop(): Promise<void>;
  state(): GateReport;
  /**
   * Reads of a computation must see at least this: the time of the first look that showed the epoch live.
   * `undefined` for another epoch than the living one.
   */
  firstLiveOperationTime(epoch: Epoch): OperationTime | undefined;
  /**
   * For a mutation whose writes have all settled, whatever their outcome. Resolves when it may be answered, with
   * success or error: after an append, or without one while the gate is none. May call `append` more than once,
   * with different epochs, and after a failure.
   * @throws the signal's reason, or an Error once the gate was stopped: then the mutation must not be answered.
   */
  acknowledge(append: (epoch: Epoch) => Promise<unknown>, options?: WaitOptions): Promise<void>;
  /**
   * The epoch whose log is to be told of writes from elsewhere: one that this process can append to, opening or live.
   * `undefined` when there is none, as far as was last seen: an append to one that is over is refused.
   */
  followed(): FollowedEpoch | undefined;
  /** Closes an epoch whose log has missed, or may have missed, a write, if it is still the one that is named. */
  endEpoch(epoch: Epoch, reason: string): void;
  /**
   * Before the first write of an operation, so that its acknowledgement need not wait: resolves at once where
   * this process can have part in the log. Another writer first brings the gate to none and keeps it there until
   * it has not written for the time of a veto.
   * @throws like {@link Gate.acknowledge}
   */
  mayWrite(options?: WaitOptions): Promise<void>;
}

export interface FollowedEpoch {
  readonly epoch: Epoch;
  /**
   * All that is computed in the epoch has seen what was written up to this time of Mongo's, as sixteen hex digits.
   * `undefined`: nobody said so when it was opened.
   */
  readonly since: string | undefined;
}

export interface WaitOptions {
  readonly signal?: AbortSignal;
}

const systemClock: GateClock = {
  now: () => ({ monotonicMs: performance.now(), wallMs: Date.now() }),
};

/** @throws RangeError when the timings do not fit together */
export const createGate = (options: GateOptions): Gate => {
  const {
    log,
    clock = systemClock,
    logger,
    mode,
    format = GATE_FORMAT,
    instanceId,
    mayOpen = true,
  } = options;
  const timings = checkTimings({ ...GATE_TIMINGS, ...options.timings });
  let isStopped = false;
  let waitingMutations = 0;
  let change = Promise.withResolvers<void>();

  const announceChange = (): void => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const health = new LogHealth({
    log,
    timings,
    monotonicMs: () => clock.now().monotonicMs,
    onChange: () => {
      keeper.poke();
      announceChange();
    },
  });
  const store = createGateStore({ ...options, timeoutMs: timings.operationTimeoutMs });
  const keeper: GateKeeper = new GateKeeper({
    store,
    log,
    health,
    timings,
    clock,
    logger,
    self: { instanceId, format, logKind: mode, mayOpen },
    onView: announceChange,
  });

  const live = (): Epoch | undefined =>
    isStopped ? undefined : epochToServe(keeper.view, clock.now(), keeper.part, timings);

  const nextChange = async (signal: AbortSignal | undefined): Promise<void> => {
    const aborted = Promise.withResolvers<void>();
    const onAbort = (): void => aborted.resolve();
    signal?.addEventListener('abort', onAbort, { once: true });
    await Promise.race([change.promise, aborted.promise]);
    signal?.removeEventListener('abort', onAbort);
  };

  const refuseToWait = (signal: AbortSignal | undefined): void => {
    signal?.throwIfAborted();
    if (isStopped) throw new Error('The gate was stopped: the mutation cannot be acknowledged.');
  };

  /** Keeps away an epoch that this process would have no part in. */
  const bringDown = (): void => {
    keeper.announceWrites();
    keeper.poke();
  };

  const acknowledge: Gate['acknowledge'] = async (append, { signal } = {}) => {
    let appendedTo: string | undefined;
    for (;;) {
      refuseToWait(signal);
      const { view, self } = keeper;
      const move = mutationMove(view, clock.now(), appendedTo, self, timings);
      if (move === 'answer') {
        if (keeper.isForeignWriter) keeper.announceWrites();
        return;
      }
      const epoch = view?.document.epoch;
      if (move === 'append' && epoch !== undefined) {
        // What holds is asked again after the reply: the gate may have moved on meanwhile.
        if (await health.append(epoch, append)) appendedTo = epoch.nonce;
        continue;
      }
      if (move === 'withdraw') bringDown();
      await nextChange(signal);
    }
  };

  const mayWrite: Gate['mayWrite'] = async ({ signal } = {}) => {
    for (;;) {
      refuseToWait(signal);
      const { view, self } = keeper;
      const document = view !== undefined && holds(view, clock.now(), timings) ? view.document : undefined;
      if (document?.state === 'none') {
        if (keeper.isForeignWriter) keeper.announceWrites();
        return;
      }
      if (document !== undefined && isUsable(document, self)) return;
      if (document !== undefined && document.state !== 'closing') bringDown();
      await nextChange(signal);
    }
  };

  return {
    live,
    reportLogFailure(epoch, reason) {
      if (live()?.nonce !== epoch.nonce) return;
      const isNews = health.doubt === undefined;
      health.failed(reason, false);
      if (isNews) keeper.poke();
    },
    async start() {
      await store.refuseStandalone();
      await keeper.start();
    },
    async stop() {
      isStopped = true;
      announceChange();
      await keeper.stop();
      health.stop();
    },
    state() {
      const { view, self } = keeper;
      const document = view !== undefined && holds(view, clock.now(), timings) ? view.document : undefined;
      return {
        state: document?.state ?? 'unknown',
        epoch: document?.epoch,
        isLive: live() !== undefined,
        isUsable: document !== undefined && isUsable(document, self),
        cannotAppend: self.cannotAppend,
        doubt: health.doubt,
        isVetoing: keeper.isVetoing,
        failures: document?.failures ?? 0,
        reason: document?.reason,
        waitingMutations,
      };
    },
    firstLiveOperationTime: (epoch) => keeper.firstLiveTime(epoch.nonce),
    async acknowledge(append, waitOptions) {
      waitingMutations += 1;
      try {
        await acknowledge(append, waitOptions);
      } finally {
        waitingMutations -= 1;
      }
    },
    mayWrite,
    followed() {
      if (isStopped || keeper.view === undefined || !isUsable(keeper.view.document, keeper.part))
        return undefined;
      const { state, epoch, followFrom } = keeper.view.document;
      const isFollowed = state === 'opening' || state === 'live';
      return isFollowed && epoch !== undefined ? { epoch, since: followFrom } : undefined;
    },
    endEpoch: ({ nonce }, reason) => keeper.end(nonce, reason),
  };
};
