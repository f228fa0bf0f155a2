/**
 * What is told to those who listen now, on every instance. A telling is no record: who was not listening learns of it from
 * what it was about, by asking. So it says which thing changed, by ids, and a listener reads that thing anew.
 */
export interface LiveEvents {
  /**
   * Tells all who listen to the topic, once what the running operation wrote is acknowledged everywhere: who then reads
   * sees it. Returns at once and never throws; a telling that could not be handed on is logged.
   */
  publish(topic: string, payload: LiveEventPayload, options?: PublishOptions): void;
  /** Listens from now on until the iterator is returned. Slow listeners lose the oldest of very many, never the newest. */
  subscribe(topic: string): AsyncIterableIterator<LiveEventPayload>;
}

export interface PublishOptions {
  /**
   * Milliseconds in which the topic is told of at most once, for what changes often: the first at once, of those after it the last
   * one, when they are over.
   */
  readonly atMostEveryMs?: number;
}

/** Ids and small facts; JSON. */
export type LiveEventPayload = Readonly<Record<string, string | number | boolean | null>>;

/** For writers beside a server: nobody listens there. */
export const untoldEvents: Pick<LiveEvents, 'publish'> = { publish: () => undefined };
