import type { LiveEventPayload } from '../shared/live-events.ts';

/** Something to tell. */
export interface Telling {
  readonly topic: string;
  readonly payload: LiveEventPayload;
  /** Milliseconds in which the topic is told of at most once; 0: each time. */
  readonly atMostEveryMs: number;
}

/** Tells of a topic at most so often, and of the last telling always. */
export interface Pacing {
  offer(telling: Telling): void;
  /** Tells at once what is held back, and holds nothing back from then on. */
  close(): void;
}

export const createPacing = (tell: (telling: Telling) => void): Pacing => {
  /** What was told of lately, with what came since. */
  const paced = new Map<string, { latest: Telling | undefined; readonly timer: NodeJS.Timeout }>();
  let isClosed = false;

  const begin = (topic: string, waitMs: number): void => {
    const timer = setTimeout(() => {
      const latest = paced.get(topic)?.latest;
      paced.delete(topic);
      if (!latest) return;
      begin(topic, latest.atMostEveryMs);
      tell(latest);
    }, waitMs).unref();
    paced.set(topic, { latest: undefined, timer });
  };

  return {
    offer(telling) {
      const { topic, atMostEveryMs } = telling;
      const found = paced.get(topic);
      if (isClosed || (atMostEveryMs === 0 && !found)) return tell(telling);
      if (found) {
        found.latest = telling;
        return;
      }
      begin(topic, atMostEveryMs);
      tell(telling);
    },
    close() {
      isClosed = true;
      for (const { latest, timer } of paced.values()) {
        clearTimeout(timer);
        if (latest) tell(latest);
      }
      paced.clear();
    },
  };
};
