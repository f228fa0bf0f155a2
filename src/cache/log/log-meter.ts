import { createHistogram, type HistogramSnapshot } from '../../shared/histogram.ts';
import type { InvalidationLog } from './invalidation-log.ts';
import type { MemoryLog } from './memory-log.ts';

/** How the log did its work since the start. */
export interface LogReport {
  /** Round trips; one serves all requests that waited for it. In process: looks, one a request. */
  readonly proofs: number;
  readonly failedProofs: number;
  /** Empty for a log in this process, where a look is not worth timing. */
  readonly proofSeconds: HistogramSnapshot;
  readonly appends: number;
  readonly failedAppends: number;
  readonly appendSeconds: HistogramSnapshot;
  /** Seconds since the log last answered a proof; `undefined` before the first, and where the log is in this process. */
  readonly sinceProofSeconds: number | undefined;
  /** The position that the last proof brought this process to; 0 before the first. */
  readonly position: number;
  /** How many records that proof brought: how far behind this process was. */
  readonly lag: number;
}

export interface LogMeter {
  /** The same log, which counts. */
  meter(log: InvalidationLog): InvalidationLog;
  meterMemory(log: MemoryLog): MemoryLog;
  report(): LogReport;
}

export const createLogMeter = (nowMs: () => number = () => performance.now()): LogMeter => {
  const proofSeconds = createHistogram();
  const appendSeconds = createHistogram();
  let proofs = 0;
  let failedProofs = 0;
  let appends = 0;
  let failedAppends = 0;
  let provedAtMs: number | undefined;
  let position = 0;
  let lag = 0;

  const append =
    (log: InvalidationLog): InvalidationLog['append'] =>
    async (epoch, record) => {
      const beganMs = nowMs();
      appends += 1;
      try {
        return await log.append(epoch, record);
      } catch (error) {
        failedAppends += 1;
        throw error;
      } finally {
        appendSeconds.observe((nowMs() - beganMs) / 1_000);
      }
    };

  return {
    meter: (log) => ({
      open: () => log.open(),
      close: () => log.close(),
      append: append(log),
      async prove(epoch, applied) {
        const beganMs = nowMs();
        proofs += 1;
        try {
          const reply = await log.prove(epoch, applied);
          provedAtMs = nowMs();
          position = reply.position;
          lag = position - applied;
          return reply;
        } catch (error) {
          failedProofs += 1;
          throw error;
        } finally {
          proofSeconds.observe((nowMs() - beganMs) / 1_000);
        }
      },
    }),
    meterMemory: (log) => {
      const proveNow: MemoryLog['proveNow'] = (epoch, applied) => {
        proofs += 1;
        const reply = log.proveNow(epoch, applied);
        position = reply.position;
        lag = position - applied;
        return reply;
      };
      return {
        open: () => log.open(),
        close: () => log.close(),
        append: append(log),
        prove: async (epoch, applied) => proveNow(epoch, applied),
        proveNow,
      };
    },
    report: () => ({
      proofs,
      failedProofs,
      proofSeconds: proofSeconds.snapshot(),
      appends,
      failedAppends,
      appendSeconds: appendSeconds.snapshot(),
      sinceProofSeconds: provedAtMs === undefined ? undefined : (nowMs() - provedAtMs) / 1_000,
      position,
      lag,
    }),
  };
};
