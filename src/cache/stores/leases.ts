/** The right to compute one thing, among all instances. It ends by itself. */
export interface Lease {
  /** Gives it back, unless it ended and is somebody else's by now. Never rejects. */
  release(): Promise<void>;
}

/**
 * Keeps instances from computing the same thing at once. It only saves work: nothing that is right depends on
 * it, so one that can't be reached is as good as granted.
 */
export interface LeaseKeeper {
  /** `'taken'` when another has it; `'unavailable'` when nobody can say. Never rejects. */
  acquire(key: string, lifeMs: number): Promise<Lease | 'taken' | 'unavailable'>;
  /** Whether anyone has it; false when nobody can say. Never rejects. */
  isHeld(key: string): Promise<boolean>;
}
