import { setTimeout as pause } from 'node:timers/promises';

/** Lets requests begin one after the other, no closer together than a rate allows, and none while all are held. */
export interface Pace {
  /**
   * Resolves when the next request may begin.
   * @throws the signal's reason.
   */
  turn(signal?: AbortSignal): Promise<void>;
  /** Lets no request begin for so many milliseconds from now. */
  hold(ms: number): void;
}

/** @throws RangeError when the rate is not above 0. */
export const createPace = (perSecond: number): Pace => {
  if (!(perSecond > 0)) throw new RangeError(`expected a rate above 0 but got ${perSecond}`);
  const spacingMs = 1000 / perSecond;
  let nextMs = 0;
  let heldUntilMs = 0;
  return {
    turn: async (signal) => {
      signal?.throwIfAborted();
      const now = performance.now();
      const mine = Math.max(now, nextMs);
      nextMs = mine + spacingMs;
      // Whoever waits for a turn may be held meanwhile.
      for (let at = mine; ; at = heldUntilMs) {
        const waitMs = Math.max(at, heldUntilMs) - performance.now();
        if (waitMs <= 0) return;
        await pause(waitMs, undefined, signal && { signal });
      }
    },
    hold: (ms) => {
      heldUntilMs = Math.max(heldUntilMs, performance.now() + ms);
      nextMs = Math.max(nextMs, heldUntilMs);
    },
  };
};
