import { setTimeout as pause } from 'node:timers/promises';
import type { Epoch } from '../../cache/epoch.ts';
import { type InvalidationLog, LogRefusedError } from '../../cache/log/invalidation-log.ts';
import type { GateTimings } from './gate-timings.ts';

/** No log knows it: one that refuses it has answered. */
const NOWHERE: Epoch = { nonce: 'nowhere', logId: 'nowhere' };

/** A refusal that says: another epoch could begin here. */
const isOfMaster = (error: unknown): boolean =>
  error instanceof LogRefusedError && error.reason !== 'not-a-master';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** From a failed try of a mutation's append to the next. */
const RETRY_MS = 50;

/** From a failed probe to the next one, between reads of the gate. */
const PROBE_EVERY_MS = 250;

/** Rejects when the work does, or at the limit; what the work does afterwards is nobody's concern. */
export const within = async <Result>(limitMs: number, work: Promise<Result>): Promise<Result> => {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
};

export interface LogHealthOptions {
  readonly log: InvalidationLog;
  readonly timings: GateTimings;
  readonly monotonicMs: () => number;
  /** Told when `cannotAppend` or `provenNonce` may have changed. */
  readonly onChange: () => void;
}

/** Whether this process can append: from what its appends met, and from probes while that is in doubt. */
export class LogHealth {
  readonly #options: LogHealthOptions;
  #failingSinceMs: number | undefined;
  #isCertain = false;
  #isAnswering = true;
  #isProbing = false;
  #reason: string | undefined;
  #provenNonce: string | undefined;
  #wanted: { readonly named: Epoch | undefined; readonly isOpening: boolean } | undefined;
  #nextProbe: NodeJS.Timeout | undefined;

  constructor(options: LogHealthOptions) {
    this.#options = options;
  }

  /** An append has failed; or the log fails its readers, and has failed every probe for the time of grace. */
  get cannotAppend(): boolean {
    const { timings, monotonicMs } = this.#options;
    return (
      this.#failingSinceMs !== undefined &&
      (this.#isCertain || monotonicMs() - this.#failingSinceMs >= timings.graceMs)
    );
  }

  /** The log cannot be appended to, and does not answer as one that another epoch could begin on. */
  get isLost(): boolean {
    return this.cannotAppend && !this.#isAnswering;
  }

  /** Why the log is in doubt, if it is. */
  get doubt(): string | undefined {
    return this.#failingSinceMs === undefined ? undefined : this.#reason;
  }

  get provenNonce(): string | undefined {
    return this.#provenNonce;
  }

  /**
   * @param error what was met, or why it is thought
   * @param isCertain an append was refused, or a mutation's has failed: then there is no time of grace.
   */
  failed(error: unknown, isCertain: boolean): void {
    const wasLost = this.isLost;
    this.#failingSinceMs ??= this.#options.monotonicMs();
    this.#reason = reasonOf(error);
    this.#isAnswering = isOfMaster(error);
    const isNews = isCertain && !this.#isCertain;
    this.#isCertain ||= isCertain;
    if (isNews || this.isLost !== wasLost) this.#options.onChange();
  }

  appended(epoch: Epoch): void {
    const isNews = this.#provenNonce !== epoch.nonce || this.#failingSinceMs !== undefined;
    this.#provenNonce = epoch.nonce;
    this.#recover();
    if (isNews) this.#options.onChange();
  }

  /**
   * Appends for a mutation. While the log cannot be reached it tries again, up to the time that one append may
   * take: a connection that broke is soon replaced, and a closing of the gate costs every instance more.
   * Never rejects.
   */
  async append(epoch: Epoch, append: (epoch: Epoch) => Promise<unknown>): Promise<boolean> {
    const { timings, monotonicMs } = this.#options;
    const endMs = monotonicMs() + timings.appendTimeoutMs;
    for (;;) {
      try {
        await within(Math.max(1, endMs - monotonicMs()), append(epoch));
        this.appended(epoch);
        return true;
      } catch (error) {
        const isOver = monotonicMs() + RETRY_MS >= endMs;
        if (isOver || this.cannotAppend || error instanceof LogRefusedError) {
          this.failed(error, true);
          return false;
        }
      }
      await pause(RETRY_MS);
    }
  }

  /**
   * Begins a probe where one is due: in opening, before the epoch may live; else while the log is in doubt. One that fails is
   * repeated until it succeeds, or another is asked for.
   * @param named the epoch that this process should be able to append to, if the gate names one
   */
  probe(named: Epoch | undefined, isOpening: boolean): void {
    this.#wanted = { named, isOpening };
    this.#probeWanted();
  }

  /** Probes no more, until the next is asked for. */
  stop(): void {
    this.#wanted = undefined;
    clearTimeout(this.#nextProbe);
  }

  #probeWanted(): void {
    if (this.#wanted === undefined || this.#isProbing) return;
    const { named, isOpening } = this.#wanted;
    const isDue = this.#failingSinceMs !== undefined || (isOpening && this.#provenNonce !== named?.nonce);
    if (!isDue) return;
    this.#isProbing = true;
    clearTimeout(this.#nextProbe);
    void this.#probe(named, isOpening).finally(() => {
      this.#isProbing = false;
      this.#nextProbe = setTimeout(() => this.#probeWanted(), PROBE_EVERY_MS);
      this.#nextProbe.unref();
    });
  }

  /** Never rejects. */
  async #probe(named: Epoch | undefined, isOpening: boolean): Promise<void> {
    const { log, timings, onChange } = this.#options;
    try {
      if (named !== undefined) {
        await within(timings.appendTimeoutMs, log.append(named, { tags: [], declarations: '' }));
        this.appended(named);
        return;
      }
      await within(timings.appendTimeoutMs, log.prove(NOWHERE, 0));
    } catch (error) {
      if (named !== undefined) {
        this.failed(error, isOpening || error instanceof LogRefusedError);
        return;
      }
      if (!isOfMaster(error)) return;
    }
    this.#recover();
    onChange();
  }

  #recover(): void {
    this.#failingSinceMs = undefined;
    this.#isCertain = false;
  }
}
