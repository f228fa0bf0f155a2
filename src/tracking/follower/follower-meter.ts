import type { Change } from './change.ts';
import type { ChangeCounts } from './records.ts';

/** What a follower did since the start of its process. */
export interface FollowerReport {
  /** Whether this instance is the one that follows. */
  readonly isLeading: boolean;
  /** Seconds since it last knew of every change; `undefined` while it does not follow. */
  readonly lagSeconds: number | undefined;
  readonly changes: ChangeCounts;
  /** Records that it put into the log. */
  readonly records: number;
  /** Times that it went on where somebody, or itself, had stopped. */
  readonly resumes: number;
  /** Epochs that it ended, by the reason. */
  readonly endedEpochs: number;
  readonly failures: number;
  /** Why it does not follow, while it tries in vain. */
  readonly problem: string | undefined;
}

export interface FollowerMeter {
  leads(isLeading: boolean): void;
  opened(isResumed: boolean): void;
  followed(counts: ChangeCounts, records: number, list: readonly Change[]): void;
  caughtUp(): void;
  ended(reason: string): void;
  failed(error: unknown): void;
  works(): void;
  readonly report: () => FollowerReport;
}

export const createFollowerMeter = (): FollowerMeter => {
  const totals = { stamped: 0, covered: 0, wide: 0, records: 0, resumes: 0, endedEpochs: 0, failures: 0 };
  let isLeading = false;
  let caughtUpAtMs: number | undefined;
  let problem: string | undefined;

  return {
    leads(leads) {
      isLeading = leads;
      caughtUpAtMs = undefined;
    },
    opened(isResumed) {
      caughtUpAtMs = performance.now();
      if (isResumed) totals.resumes += 1;
    },
    followed({ stamped, covered, wide }, records) {
      totals.stamped += stamped;
      totals.covered += covered;
      totals.wide += wide;
      totals.records += records;
    },
    caughtUp: () => (caughtUpAtMs = performance.now()),
    ended: () => (totals.endedEpochs += 1),
    failed(error) {
      totals.failures += 1;
      problem = error instanceof Error ? error.message : String(error);
    },
    works: () => (problem = undefined),
    report: () => ({
      isLeading,
      lagSeconds: caughtUpAtMs === undefined ? undefined : (performance.now() - caughtUpAtMs) / 1_000,
      changes: { stamped: totals.stamped, covered: totals.covered, wide: totals.wide },
      records: totals.records,
      resumes: totals.resumes,
      endedEpochs: totals.endedEpochs,
      failures: totals.failures,
      problem,
    }),
  };
};
