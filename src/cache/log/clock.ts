/** Time as the prover knows it, so that tests can move it. */
export interface Clock {
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  /** Runs it after the delay; the result takes that back. Does not keep the process alive. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs it in this turn of the event loop, once what has arrived is read. */
  soon(run: () => void): void;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
  soon(run) {
    setImmediate(run);
  },
};
