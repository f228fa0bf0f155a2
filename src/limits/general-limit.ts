import { createGenerations } from './generations.ts';
import { defaultMaxSubjects } from './memory-counter.ts';
import type { LimitPolicy, Taken } from './policy.ts';
import type { AgedCount, SharedCounts } from './shared-counts.ts';
import { type Slot, SlotLog, slotMsOf } from './slot-log.ts';

/** The limit that every request is under. It never waits for anything, since hits are counted too. */
export interface GeneralLimit {
  /**
   * Takes places, or none of them.
   * @param places default 1.
   */
  take(subject: string, places?: number): Taken;
  /** Resolves when what was counted up to now has been shared, or could not be. */
  flushed(): Promise<void>;
  close(): void;
}

export interface GeneralLimitOptions {
  /** Of one window. */
  readonly policy: LimitPolicy;
  /** Where instances tell each other what they counted; `undefined`: each counts for itself. */
  readonly shared?: SharedCounts;
  /** Milliseconds from the first request that others do not know of until they are told. Default 100. */
  readonly shareEveryMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs?: () => number;
  /** Subjects that are surely remembered; at most twice as many are. Default 50,000. */
  readonly maxSubjects?: number;
}

/** What is known of one subject. */
interface Subject {
  readonly name: string;
  /** All that counts, as far as it is known here. */
  readonly counted: SlotLog;
  /** What of it others were not told yet. */
  readonly untold: SlotLog;
}

/**
 * Counts in this process, at the price of a look into a map, and tells the other instances in the background, in batches.
 * In one process the limit is never exceeded. With several, one instance does not know what the others let through in
 * the last `shareEveryMs` and a round trip to Redis: a client that sends `r` requests a second to all of them may
 * exceed the limit by the requests of that time (at 100 a second: 10), and by no more than `instances - 1` times
 * the limit, once: what got through counts, so it waits the longer until it is let through again.
 *
 * While Redis is away each instance counts for itself, and tells what it counted when Redis is back.
 */
export const createGeneralLimit = (options: GeneralLimitOptions): GeneralLimit => {
  const { policy, shared, shareEveryMs = 100, nowMs: clock = () => performance.now() } = options;
  const { maxSubjects = defaultMaxSubjects } = options;
  const [window] = policy.windows;
  const { limit, windowMs } = window;
  const slotMs = slotMsOf(window);
  const subjects = createGenerations<Subject>(windowMs + slotMs, maxSubjects);

  const nothing = new SlotLog(slotMs, windowMs);
  let untold = new Map<string, Subject>();
  let timer: NodeJS.Timeout | undefined;
  let sharing: Promise<void> = Promise.resolve();
  let isClosed = false;

  const shareSoon = (): void => {
    if (timer || isClosed) return;
    timer = setTimeout(() => {
      sharing = share();
    }, shareEveryMs).unref();
  };

  const tell = async (batch: readonly Subject[], counts: SharedCounts): Promise<void> => {
    const entries = batch.map((subject) => ({
      subject: subject.name,
      /** Only once it is sent: what is not stays untold. */
      drain: () => {
        const nowMs = clock();
        const { untold } = subject;
        untold.expire(nowMs);
        const slots = untold.slots();
        untold.replaceWith([]);
        // As old as the last that the slot may hold.
        return slots.map(([startMs, count]): AgedCount => [Math.max(0, nowMs - startMs - slotMs + 1), count]);
      },
      receive: (all: readonly AgedCount[]) => {
        const nowMs = clock();
        const { counted } = subject;
        const slots = all.map(([ageMs, count]): Slot => [nowMs - ageMs, count]);
        slots.push(...subject.untold.slots());
        counted.expire(nowMs);
        // Less than is known here: Redis began anew, and would have us forget.
        if (slots.reduce((sum, [, count]) => sum + count, 0) >= counted.total) counted.replaceWith(slots);
      },
    }));
    await counts.add(window, slotMs, entries);
  };

  /** Never rejects. */
  const share = async (): Promise<void> => {
    if (!shared) return;
    const batch = [...untold.values()];
    untold = new Map();
    await tell(batch, shared);
    timer = undefined;
    for (const subject of batch) {
      if (subject.untold.total > 0 && untold.size < maxSubjects) untold.set(subject.name, subject);
    }
    if (untold.size > 0) shareSoon();
  };

  const subjectOf = (name: string, nowMs: number): Subject => {
    let found = subjects.get(name, nowMs);
    if (!found) {
      found = {
        name,
        counted: new SlotLog(slotMs, windowMs),
        untold: shared ? new SlotLog(slotMs, windowMs) : nothing,
      };
      subjects.set(name, found);
    }
    return found;
  };

  return {
    take(name, places = 1) {
      const nowMs = clock();
      const subject = subjectOf(name, nowMs);
      const { counted } = subject;
      counted.expire(nowMs);
      const isAllowed = counted.total + places <= limit;
      if (isAllowed) {
        counted.add(nowMs, places);
        if (shared) {
          subject.untold.add(nowMs, places);
          if (subject.untold.total === places) untold.set(name, subject);
          shareSoon();
        }
      }
      const remaining = Math.max(0, limit - counted.total);
      const wanted = isAllowed ? 1 : counted.total + places - limit;
      return { isAllowed, quota: { window, remaining, freeAfterMs: counted.freeAfterMs(nowMs, wanted) } };
    },
    async flushed() {
      if (timer) {
        clearTimeout(timer);
        await sharing;
        sharing = share();
      }
      await sharing;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      shared?.close();
    },
  };
};
