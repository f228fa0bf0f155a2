/**
 * Every process on one database must run with the same timings: the waits are sized for the longest validity
 * among all of them, so a change of the first three is a change of {@link GATE_FORMAT}. They are options for
 * the tests' sake only. All in milliseconds.
 */
export interface GateTimings {
  /** How long a read of the gate may be acted on, from the start of the read. */
  readonly validityMs: number;
  /** How long closing lasts at least: the validity, and a margin for clocks that drift. */
  readonly closingMs: number;
  /** How long opening lasts at least: as closing. */
  readonly openingMs: number;
  /** From the start of one read of the gate to the start of the next. */
  readonly readEveryMs: number;
  /** After which one operation on the gate's document is given up. */
  readonly operationTimeoutMs: number;
  /** After which an append counts as failed. */
  readonly appendTimeoutMs: number;
  /** For how long the log must fail a process that only reads before that process closes the gate. */
  readonly graceMs: number;
  /** How long a veto keeps the gate from opening, by Mongo's clock. Renewed at a third of it. */
  readonly vetoMs: number;
  /** How long the one who begins an epoch has for it, by Mongo's clock. */
  readonly claimMs: number;
  /** An epoch that no process used for this long, by Mongo's clock, may be closed by one that cannot use it. */
  readonly leaseMs: number;
  /** The wait before the gate reopens after a first closing; it doubles with each that follows. */
  readonly backOffMs: number;
  readonly backOffMaxMs: number;
  /** The wait before the gate reopens after an opening that was taken back: that cost nobody a wait, so it does not grow. */
  readonly withdrawnMs: number;
  /** A life longer than this clears the count of failures. */
  readonly calmMs: number;
}

/** What the meaning of the gate's document depends on, the first three timings included. */
export const GATE_FORMAT = 1;

export const GATE_TIMINGS: GateTimings = {
  validityMs: 3_000,
  closingMs: 3_500,
  openingMs: 3_500,
  readEveryMs: 1_000,
  operationTimeoutMs: 2_000,
  appendTimeoutMs: 1_000,
  graceMs: 3_000,
  vetoMs: 10_000,
  claimMs: 5_000,
  leaseMs: 15_000,
  backOffMs: 1_000,
  backOffMaxMs: 60_000,
  withdrawnMs: 2_000,
  calmMs: 60_000,
};

/** @throws RangeError if the timings could not keep the promise, or could not make progress. */
export const checkTimings = (timings: GateTimings): GateTimings => {
  const faults = Object.entries(timings)
    .filter(([, value]) => !(Number.isFinite(value) && value > 0))
    .map(([name, value]) => `${name}: expected a number of milliseconds above 0 but got ${String(value)}`);
  for (const name of ['closingMs', 'openingMs'] as const) {
    if (timings[name] <= timings.validityMs) {
      faults.push(
        `${name}: expected more than validityMs (${timings.validityMs}) but got ${timings[name]}: the wait must outlast every view`,
      );
    }
  }
  if (timings.readEveryMs >= timings.validityMs) {
    faults.push(
      `readEveryMs: expected less than validityMs (${timings.validityMs}) but got ${timings.readEveryMs}`,
    );
  }
  if (faults.length > 0) throw new RangeError(`The gate's timings do not fit. ${faults.join('; ')}.`);
  return timings;
};
