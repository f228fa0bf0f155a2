import { setTimeout } from 'node:timers/promises';
import type { Epoch } from '../../cache/epoch.ts';
import { type InvalidationLog, LogRefusedError } from '../../cache/log/invalidation-log.ts';
import type { GateTimings } from './gate-timings.ts';

/** No log knows it: one that refuses it has answered. */
const NOWHERE: Epoch = { nonce: 'nowhere', logId: 'nowhere' };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** From a failed try of a mutation's append to the next. */
const RETRY_MS = 50;

/** Rejects when the work does, or at the limit; what the work does afterwards is nobody's concern. */
export const within = async <Result>(limitMs: number, work: Promise<Result>): Promise<Result> => {
  const limit = Promise.withResolvers<never>();
  const timer = globalThis.setTimeout(
    () => limit.reject(new Error(`no answer within ${limitMs} ms`)),
    limitMs,
  );
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
  #isProbing = false;
  #reason: string | undefined;
  #provenNonce: string | undefined;

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

  /** Why the log is in doubt, if it is. */
  get doubt(): string | undefined {
    return this.#failingSinceMs === undefined ? undefined : this.#reason;
  }

  get provenNonce(): string | undefined {
    return this.#provenNonce;
  }

  /** @param isCertain an append was refused, or a mutation's has failed: then there is no time of grace. */
  failed(reason: string, isCertain: boolean): void {
    this.#failingSinceMs ??= this.#options.monotonicMs();
    this.#reason = reason;
    if (!isCertain || this.#isCertain) return;
    this.#isCertain = true;
    this.#options.onChange();
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
          this.failed(reasonOf(error), true);
          return false;
        }
      }
      await setTimeout(RETRY_MS);
    }
  }

  /**
   * Begins a probe where one is due: in opening, before the epoch may live; else while the log is in doubt.
   * @param named the epoch that this process should be able to append to, if the gate names one
   */
  probe(named: Epoch | undefined, isOpening: boolean): void {
    const isDue = this.#failingSinceMs !== undefined || (isOpening && this.#provenNonce !== named?.nonce);
    if (!isDue || this.#isProbing) return;
    this.#isProbing = true;
    void this.#probe(named, isOpening).finally(() => {
      this.#isProbing = false;
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
      const isRefusal = error instanceof LogRefusedError;
      if (named !== undefined) {
        this.failed(reasonOf(error), isRefusal || isOpening);
        return;
      }
      if (!isRefusal || error.reason === 'not-a-master') return;
    }
    this.#recover();
    onChange();
  }

  #recover(): void {
    this.#failingSinceMs = undefined;
    this.#isCertain = false;
  }
}
