import type { Clock } from '../clock.ts';

/**
 * How late a write may show that the API was not asked for, as docs/consistency.md has it under "Writes from elsewhere".
 * In milliseconds.
 */
export const lateness = {
  /** While nothing is broken, on a machine that has more to do than it can. */
  calmMs: 5000,
  /** In addition when the instance that follows was lost: its lease of 10 s, and a quarter of it until the next one looks. */
  lossMs: 12_500,
} as const;

interface Disturbance {
  /** `undefined`: it lasts. */
  overAt: number | undefined;
}

/** Says from when on writes that went past the API must show in every answer. */
export class FollowPromise {
  readonly #clock: Clock;
  #disturbances: Disturbance[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Something is broken from now on that whoever follows may need. @returns to be called when it is mended. */
  disturbed(): () => void {
    const disturbance: Disturbance = { overAt: undefined };
    this.#disturbances.push(disturbance);
    return () => {
      disturbance.overAt = this.#clock();
    };
  }

  /** Whoever follows is lost now. */
  lost(): void {
    this.disturbed()();
  }

  /**
   * Whether a write shows in every read that begins from now on. It may be true later than it could be, never earlier: where several
   * things broke one after another, the last one counts.
   *
   * @param committedAt when a majority had it, by the same clock.
   */
  isDue(committedAt: number): boolean {
    const now = this.#clock();
    const isOver = ({ overAt }: Disturbance): boolean =>
      overAt !== undefined && now >= overAt + lateness.lossMs + lateness.calmMs;
    this.#disturbances = this.#disturbances.filter((disturbance) => !isOver(disturbance));
    return now >= committedAt + lateness.calmMs && this.#disturbances.length === 0;
  }
}
