import { afterwards } from '../shared/afterwards.ts';
import type { LiveEvents } from '../shared/live-events.ts';
import { createListeners } from './listeners.ts';
import { createPacing, type Telling } from './pacing.ts';

/** The way to other instances, and from them. */
export interface Bridge {
  /** Hands on in the background. Never throws. */
  send(telling: Telling): void;
  /** Hands on what is left, in as much time as a stop has. */
  close(): Promise<void>;
  report(): {
    readonly received: number;
    /** What did not reach the others. */
    readonly unsent: number;
    /** Whether others are heard. */
    readonly isListening: boolean;
  };
}

export interface LiveEventsReport {
  readonly published: number;
  /** From other instances. */
  readonly received: number;
  readonly listening: number;
  /** A telling that a hundred listen to is a hundred. */
  readonly handedOut: number;
  readonly lost: { readonly slowListener: number; readonly notSent: number };
  /** `undefined`: there are no others. */
  readonly hearsOthers: boolean | undefined;
}

export interface LocalEvents extends LiveEvents {
  report(): LiveEventsReport;
  close(): Promise<void>;
}

/**
 * @param openBridge told what to do with what comes from other instances; `undefined`: there are none.
 */
export const createLiveEvents = (
  openBridge?: (receive: (telling: Telling) => void) => Bridge,
): LocalEvents => {
  const listeners = createListeners();
  let published = 0;
  const here = createPacing(({ topic, payload }) => listeners.tell(topic, payload));
  /** Of this instance and of others alike, so that listeners are told no oftener for there being several. */
  const tellHere = (telling: Telling): void => {
    if (listeners.has(telling.topic)) here.offer(telling);
  };
  const bridge = openBridge?.(tellHere);
  const elsewhere = createPacing((telling) => bridge?.send(telling));
  return {
    publish(topic, payload, { atMostEveryMs = 0 } = {}) {
      const telling = { topic, payload, atMostEveryMs };
      afterwards(() => {
        published += 1;
        tellHere(telling);
        if (bridge) elsewhere.offer(telling);
      });
    },
    subscribe: (topic) => listeners.add(topic),
    report: () => {
      const { listening, handedOut, lost } = listeners.report();
      const others = bridge?.report();
      return {
        published,
        received: others?.received ?? 0,
        listening,
        handedOut,
        lost: { slowListener: lost, notSent: others?.unsent ?? 0 },
        hearsOthers: others?.isListening,
      };
    },
    async close() {
      here.close();
      elsewhere.close();
      listeners.close();
      await bridge?.close();
    },
  };
};
