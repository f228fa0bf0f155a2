/** At most `limit` in any `windowMs` milliseconds. Compared by identity: make it once. */
export interface LimitWindow {
  /** Of its policy: what headers, errors and keys call it. */
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** Windows that all must hold; what is counted under one name is counted together, whatever asks. */
export interface LimitPolicy {
  readonly name: string;
  readonly windows: readonly [LimitWindow, ...LimitWindow[]];
}

/** How somebody stands with the window that is nearest to its end. */
export interface Quota {
  readonly window: LimitWindow;
  readonly remaining: number;
  /** Milliseconds until more of it is there; after a refusal, until what was refused would be let through. */
  readonly freeAfterMs: number;
}

/** What came of asking for a place. What is refused is not counted. */
export interface Taken {
  readonly isAllowed: boolean;
  readonly quota: Quota;
}

/** A place that was taken, or not. */
export interface Place extends Taken {
  /** Makes it as if it had never been taken; nothing after a refusal. Never rejects. */
  giveBack(): Promise<void>;
}

/** Counts under policies, for whatever asks in this process or, on one Redis, in any. */
export interface LimitCounter {
  /**
   * Takes a place in every window of the policy, or in none. Never rejects.
   * @param subject who is counted, such as `viewer:7` or `address:192.0.2.1`.
   */
  take(policy: LimitPolicy, subject: string): Promise<Place>;
  close(): void;
}

/** @param windows limits and milliseconds; at least one. */
export const createPolicy = (
  name: string,
  windows: readonly [Omit<LimitWindow, 'name'>, ...Omit<LimitWindow, 'name'>[]],
): LimitPolicy => {
  const [first, ...more] = windows;
  return { name, windows: [{ ...first, name }, ...more.map((window) => ({ ...window, name }))] };
};

/** Of the windows of one attempt, the one that tells most: what refuses longest, else what is nearest to its end. */
export const strictest = ([first, ...more]: readonly [Quota, ...Quota[]], isAllowed: boolean): Quota => {
  let found = first;
  for (const quota of more) {
    const isStricter = isAllowed ? quota.remaining < found.remaining : quota.freeAfterMs > found.freeAfterMs;
    if (isStricter) found = quota;
  }
  return found;
};
