/** What a run counts. */
export interface Tally {
  reads: { judged: number; objects: number; hits: number; errors: Map<string, number> };
  writes: {
    issued: number;
    acknowledged: number;
    refused: number;
    unknown: number;
    errors: Map<string, number>;
  };
  invalidations: { all: number; needless: number; needlessBy: Map<string, number> };
  /** What was injected, and how often. */
  faults: Map<string, number>;
  /** Reads that showed a count which docs/counters.md does not promise at that time. */
  countsNotPromised: number;
  /** Instances that ended without being asked to. */
  crashes: number;
}

export const createTally = (): Tally => ({
  reads: { judged: 0, objects: 0, hits: 0, errors: new Map() },
  writes: { issued: 0, acknowledged: 0, refused: 0, unknown: 0, errors: new Map() },
  invalidations: { all: 0, needless: 0, needlessBy: new Map() },
  faults: new Map(),
  countsNotPromised: 0,
  crashes: 0,
});

export const increase = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};
