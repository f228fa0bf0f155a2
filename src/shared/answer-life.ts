/**
 * How long the answer that is being computed may live, as far as what it finds decides it. The hints of the schema are
 * the base; see `docs/discovery.md`.
 */
export interface AnswerLife {
  /** False where the answer is kept nowhere: what only decides its life need not be found out. */
  readonly matters: boolean;
  /** The present, in milliseconds since 1970, for what depends on it. Whoever asks says when that ends. */
  now(): number;
  /** Time itself makes it another answer at this moment, in milliseconds since 1970: it is never served from then on. */
  endsAt(ms: number): void;
  /**
   * Multiplies the life that hints with an `upTo` give, at most up to that. Of several factors the smallest counts; without any
   * it is 1.
   */
  scale(factor: number): void;
}

/** Of an answer that is kept nowhere. */
export const unkeptLife: AnswerLife = {
  matters: false,
  now: () => Date.now(),
  endsAt: () => undefined,
  scale: () => undefined,
};

/** A life that is being decided, and what is decided so far. */
export interface DecidedLife extends AnswerLife {
  /** `Infinity` when nothing ends it. */
  readonly endsAtMs: number;
  readonly factor: number;
}

export const createAnswerLife = (nowMs: () => number = Date.now): DecidedLife => {
  let endsAtMs = Infinity;
  let factor = Infinity;
  return {
    matters: true,
    now: nowMs,
    endsAt(ms) {
      endsAtMs = Math.min(endsAtMs, ms);
    },
    scale(given) {
      if (!(given > 0)) throw new RangeError(`expected a factor above 0 but got ${given}`);
      factor = Math.min(factor, given);
    },
    get endsAtMs() {
      return endsAtMs;
    },
    get factor() {
      return Number.isFinite(factor) ? factor : 1;
    },
  };
};
