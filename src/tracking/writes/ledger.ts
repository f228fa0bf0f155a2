import type { OperationTime } from '../../cache/log/invalidation-log.ts';
import { collapseTags, type Tag } from '../../cache/tags.ts';
import { laterOf } from '../operation/time.ts';

/** What the host appends to the log before it answers. */
export interface SettledWrites {
  /** Empty when nothing was written. */
  readonly tags: readonly Tag[];
  /** Highest time of a write that a majority acknowledged. */
  readonly operationTime: OperationTime | undefined;
  /** False when some write is not known to be acknowledged by a majority: then reads may miss it for a while. */
  readonly majority: boolean;
}

/** A write that has begun. */
export interface Intent {
  /** Ends it, whatever its outcome, with what it may have touched. Later calls add tags only. */
  settle(tags: Iterable<Tag>): void;
}

/** The writes of one operation, from before their commands until all of them have an outcome. */
export class WriteLedger {
  /** Called with each majority-acknowledged time. */
  onTime: (time: OperationTime) => void = () => {};
  readonly #tags = new Set<Tag>();
  readonly #open = new Map<Intent, Promise<void>>();
  #operationTime: OperationTime | undefined;
  #barriers: (() => Promise<OperationTime | undefined>)[] = [];
  #wrote = false;

  /** Whether any write began. */
  get wrote(): boolean {
    return this.#wrote;
  }

  /** Notes a write before its command is sent. */
  begin(): Intent {
    this.#wrote = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    const intent: Intent = {
      settle: (tags) => {
        for (const tag of tags) this.#tags.add(tag);
        this.#open.delete(intent);
        resolve();
      },
    };
    this.#open.set(intent, promise);
    return intent;
  }

  /** A majority acknowledged a write at this time. */
  raise(time: OperationTime): void {
    this.#operationTime = laterOf(this.#operationTime, time);
    this.onTime(time);
  }

  /** A write was applied that no majority is known to have. `barrier` waits until one has. */
  awaitMajority(barrier: () => Promise<OperationTime | undefined>): void {
    this.#barriers.push(barrier);
  }

  /**
   * Resolves when every write that began has an outcome. Never rejects.
   * @param seal called in the very moment in which nothing is open, after which no write may begin here.
   */
  async settled(seal: () => void = () => {}): Promise<SettledWrites> {
    let majority = true;
    while (this.#open.size > 0 || this.#barriers.length > 0) {
      await Promise.all(this.#open.values());
      const barriers = this.#barriers;
      this.#barriers = [];
      for (const outcome of await Promise.allSettled(barriers.map((barrier) => barrier()))) {
        if (outcome.status === 'fulfilled' && outcome.value !== undefined) this.raise(outcome.value);
        else majority = false;
      }
    }
    seal();
    return { tags: collapseTags(this.#tags), operationTime: this.#operationTime, majority };
  }
}
