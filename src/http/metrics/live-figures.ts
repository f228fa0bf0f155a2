import type { StreamsReport } from '../../graphql/subscriptions/streams.ts';
import type { Counts } from './exposition.ts';

/** How live events stand in this process. */
export interface LiveFigures {
  readonly events: {
    readonly published: number;
    readonly received: number;
    readonly listening: number;
    readonly handedOut: number;
    readonly lost: { readonly slowListener: number; readonly notSent: number };
    /** `undefined`: there are no other instances. */
    readonly hearsOthers: boolean | undefined;
  };
  readonly streams: StreamsReport;
  readonly sockets: Pick<StreamsReport, 'open' | 'begun' | 'refused'> & { readonly slow: number };
}

type Expose = (
  name: string,
  help: string,
  labelNames: readonly string[],
  read: () => Counts | Promise<Counts>,
) => void;

export const exposeLive = (
  { counter, gauge }: { readonly counter: Expose; readonly gauge: Expose },
  read: () => LiveFigures,
): void => {
  const one = (value: number): Counts => [[{}, value]];
  gauge('live_streams', 'Subscriptions that are open.', [], () => one(read().streams.open));
  counter('live_streams_begun_total', 'Subscriptions that began.', [], () => one(read().streams.begun));
  counter('live_streams_refused_total', 'Subscriptions beyond what may be open at once.', [], () =>
    one(read().streams.refused),
  );
  counter('live_streams_ended_total', 'Subscriptions that ended, by why.', ['reason'], () =>
    Object.entries(read().streams.ended).map(([reason, value]) => [{ reason }, value] as const),
  );
  counter('live_results_total', 'Results that were made for listeners.', [], () => one(read().streams.told));
  gauge('live_sockets', 'WebSockets that are open.', [], () => one(read().sockets.open));
  counter('live_sockets_opened_total', 'WebSockets that were opened.', [], () => one(read().sockets.begun));
  counter('live_sockets_refused_total', 'WebSockets beyond what may be open at once.', [], () =>
    one(read().sockets.refused),
  );
  counter('live_sockets_slow_total', 'WebSockets that were cut since their client took nothing.', [], () =>
    one(read().sockets.slow),
  );
  gauge('live_listeners', 'Listeners to topics in this process.', [], () => one(read().events.listening));
  counter('live_events_published_total', 'Events that this process told of.', [], () =>
    one(read().events.published),
  );
  counter('live_events_received_total', 'Events that other instances told of.', [], () =>
    one(read().events.received),
  );
  counter('live_events_handed_out_total', 'Events that listeners here were handed.', [], () =>
    one(read().events.handedOut),
  );
  counter('live_events_lost_total', 'Events that did not reach a listener, by why.', ['reason'], () => {
    const { slowListener, notSent } = read().events.lost;
    return [
      [{ reason: 'slow-listener' }, slowListener],
      [{ reason: 'not-sent' }, notSent],
    ];
  });
  gauge('live_hears_others', '1 while events of other instances are heard.', [], () => {
    const { hearsOthers } = read().events;
    return hearsOthers === undefined ? [] : one(hearsOthers ? 1 : 0);
  });
};
