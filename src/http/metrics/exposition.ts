import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { BypassReason, MissReason, NotStoredReason } from '../../cache/events.ts';
import type { LogReport } from '../../cache/log/log-meter.ts';
import { bypassedOf, type StatisticsReport, type Tally } from '../../cache/statistics.ts';
import type { HistogramSnapshot } from '../../shared/histogram.ts';
import type { RequestClock } from '../timed-response.ts';
import { CountedHistogram } from './counted-histogram.ts';
import { exposeLive, type LiveFigures } from './live-figures.ts';

/** How the cache stands, as far as it is exposed. */
export interface CacheFigures {
  readonly statistics: StatisticsReport;
  readonly log: LogReport;
  readonly gate: { readonly state: string; readonly isLive: boolean; readonly waitingMutations: number };
  readonly memory: { readonly entries: number; readonly bytes: number };
  /** `undefined`: writes from elsewhere are not followed. */
  readonly follower:
    | {
        readonly isLeading: boolean;
        readonly lagSeconds: number | undefined;
        readonly changes: { readonly stamped: number; readonly covered: number; readonly wide: number };
        readonly records: number;
        readonly resumes: number;
        readonly endedEpochs: number;
        readonly failures: number;
      }
    | undefined;
}

/** How another server that we need stands. */
export interface ServerFigures {
  readonly up: boolean;
  readonly usedBytes?: number;
  readonly maxBytes?: number;
  readonly evictedKeys?: number;
}

/** Where the figures come from. All of it is read when somebody scrapes, and only then. */
export interface MetricsSources {
  readonly requests: RequestClock;
  readonly phases: () => readonly (readonly [phase: string, HistogramSnapshot])[];
  readonly mongoCommands: () => readonly {
    readonly command: string;
    readonly outcome: string;
    readonly seconds: HistogramSnapshot;
  }[];
  readonly mongo: () => Promise<ServerFigures>;
  /** `undefined`: there is none. */
  readonly redis: (() => Promise<ServerFigures>) | undefined;
  readonly live?: () => LiveFigures;
  readonly cache:
    | {
        readonly report: () => CacheFigures;
        readonly maxBytes: number;
        /** Takes a proof. @returns whether there was one. */
        readonly catchUp: () => Promise<boolean>;
      }
    | undefined;
}

export interface Metrics {
  readonly contentType: string;
  /** The exposition, in Prometheus' text format. */
  expose(): Promise<string>;
}

export type Counts = readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];

const gateStates = ['live', 'closing', 'none', 'opening', 'unknown'] as const;

const tiers = [
  ['memory', 'memory'],
  ['redis', 'remote'],
] as const;

/** A read every so often is one for all metrics of a scrape. */
const shared = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let current: Promise<Value> | undefined;
  return () => {
    current ??= read().finally(() => (current = undefined));
    return current;
  };
};

export const createMetrics = (sources: MetricsSources): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const counter = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Counts | Promise<Counts>,
  ): void => {
    const made: Counter = new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect: async () => {
        const counts = await read();
        // At once, so that two scrapes at a time do not add up.
        made.reset();
        for (const [labels, value] of counts) made.inc(labels, value);
      },
    });
  };
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Counts | Promise<Counts>,
  ): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect: async () => {
        const values = await read();
        made.reset();
        for (const [labels, value] of values) made.set(labels, value);
      },
    });
  };
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: () => readonly {
      readonly labels: Readonly<Record<Label, string | number>>;
      readonly seconds: HistogramSnapshot;
    }[],
  ): void => void new CountedHistogram({ name, help, labelNames, registry, read });
  /** Whether the log gave a proof for the scrape under way. */
  let isProven = false;
  const one = (value: number | undefined): Counts => (value === undefined ? [] : [[{}, value]]);

  histogram(
    'http_request_duration_seconds',
    'Time from reading the head of a request to handing the end of its answer to the socket.',
    ['method', 'status', 'cache'],
    () =>
      sources.requests
        .report()
        .map(({ method, status, cache, seconds }) => ({ labels: { method, status, cache }, seconds })),
  );
  histogram(
    'graphql_phase_duration_seconds',
    'Time that phases of GraphQL took; a hit has none.',
    ['phase'],
    () => sources.phases().map(([phase, seconds]) => ({ labels: { phase }, seconds })),
  );
  histogram(
    'mongodb_command_duration_seconds',
    'Time that commands took which requests sent to MongoDB.',
    ['command', 'outcome'],
    () =>
      sources
        .mongoCommands()
        .map(({ command, outcome, seconds }) => ({ labels: { command, outcome }, seconds })),
  );
  const mongo = shared(sources.mongo);
  gauge('mongodb_up', '1 while MongoDB answers.', [], async () => one((await mongo()).up ? 1 : 0));

  if (sources.redis) {
    const redis = shared(sources.redis);
    gauge('redis_up', '1 while Redis answers.', [], async () => one((await redis()).up ? 1 : 0));
    gauge('redis_memory_used_bytes', 'What Redis holds, for everybody it serves.', [], async () =>
      one((await redis()).usedBytes),
    );
    gauge('redis_memory_max_bytes', 'What Redis may hold; 0 without a limit.', [], async () =>
      one((await redis()).maxBytes),
    );
    counter('redis_evicted_keys_total', 'Keys that Redis gave up for space since its start.', [], async () =>
      one((await redis()).evictedKeys),
    );
  }

  if (sources.live) exposeLive({ counter, gauge }, sources.live);
  const { cache } = sources;
  if (cache) {
    const report = (): CacheFigures => cache.report();
    /** Every count of every tally, answers by type and entities by collection. */
    const counted = (
      read: (tally: Readonly<Tally>) => readonly (readonly [Readonly<Record<string, string>>, number])[],
    ): Counts => {
      const { answersByType, entities } = report().statistics;
      const of = (subject: string, tallies: ReadonlyMap<string, Readonly<Tally>>) =>
        [...tallies].flatMap(([type, tally]) =>
          read(tally).map(([labels, value]) => [{ subject, type, ...labels }, value] as const),
        );
      return [...of('answer', answersByType), ...of('entity', entities)];
    };
    const byReason = <Reason extends string>(counts: Readonly<Record<Reason, number>>) =>
      Object.entries<number>(counts)
        .filter(([, value]) => value > 0)
        .map(([reason, value]) => [{ reason }, value] as const);

    counter('cache_hits_total', 'Served from the cache.', ['subject', 'type', 'tier'], () =>
      counted(({ hits }) => tiers.map(([tier, name]) => [{ tier }, hits[name]] as const)),
    );
    counter(
      'cache_stale_hits_total',
      'Of the hits: served after their life, though nothing was written, while they were refreshed.',
      ['subject', 'type'],
      () => counted(({ hits }) => [[{}, hits.stale]]),
    );
    counter(
      'cache_misses_total',
      'Looked for and not served from the cache.',
      ['subject', 'type', 'reason'],
      () => counted(({ misses }) => byReason<MissReason>(misses)),
    );
    counter(
      'cache_joined_total',
      "Of the misses: answered by somebody else's computation.",
      ['subject', 'type'],
      () => counted(({ joined }) => [[{}, joined]]),
    );
    counter(
      'cache_bypasses_total',
      'Not looked for: the cache stood aside, or was passed on purpose.',
      ['subject', 'type', 'reason'],
      () => counted((tally) => (bypassedOf(tally) === 0 ? [] : byReason<BypassReason>(tally.bypassed))),
    );
    counter('cache_stores_total', 'Entries that were stored.', ['subject', 'type'], () =>
      counted(({ stored }) => [[{}, stored]]),
    );
    counter(
      'cache_not_stored_total',
      'What was computed and could not be stored.',
      ['subject', 'type', 'reason'],
      () => counted(({ notStored }) => byReason<NotStoredReason>(notStored)),
    );
    counter('cache_refreshes_total', 'Computed anew in the background.', ['reason'], () =>
      byReason(report().statistics.refreshes),
    );
    counter('cache_refresh_failures_total', 'Refreshes that failed.', [], () =>
      one(report().statistics.refreshFailures),
    );
    counter('cache_evictions_total', 'Entries that left this process.', ['reason'], () =>
      Object.entries(report().statistics.evicted).map(([reason, value]) => [{ reason }, value] as const),
    );
    gauge('cache_entries', 'Entries in this process.', [], () => one(report().memory.entries));
    gauge('cache_size_bytes', 'What they take, bookkeeping included.', [], () => one(report().memory.bytes));
    gauge('cache_max_size_bytes', 'What they may take.', [], () => one(cache.maxBytes));
    counter('cache_invalidations_total', 'Writes taken in from the log, whichever instance wrote.', [], () =>
      one(report().statistics.invalidations),
    );
    counter('cache_invalidated_tags_total', 'Tags that those writes stamped.', [], () =>
      one(report().statistics.invalidatedTags),
    );
    counter(
      'cache_log_skips_total',
      'Times that everything was dropped, since the log told too little.',
      [],
      () => one(report().statistics.skips),
    );
    counter('cache_clears_total', 'Times that an operator dropped everything.', [], () =>
      one(report().statistics.clears),
    );
    counter('cache_store_failures_total', 'Operations on Redis that failed.', ['store'], () =>
      [...report().statistics.storeFailures].map(([store, value]) => [{ store }, value] as const),
    );
    counter('cache_store_outages_total', 'Times that Redis was left alone for being slow.', ['store'], () =>
      [...report().statistics.storeOutages].map(([store, value]) => [{ store }, value] as const),
    );
    gauge('cache_stores_unavailable', 'Servers of Redis that are left alone now.', [], () =>
      one(report().statistics.storesDown),
    );
    gauge('cache_live', '1 while the cache serves.', [], () => one(report().gate.isLive ? 1 : 0));
    gauge('cache_gate_state', '1 at the state that the gate is in.', ['state'], () =>
      gateStates.map((state) => [{ state }, report().gate.state === state ? 1 : 0] as const),
    );
    gauge('cache_waiting_mutations', 'Mutations that wait for their record in the log.', [], () =>
      one(report().gate.waitingMutations),
    );
    gauge('cache_log_proof_age_seconds', 'Time since the log last gave a proof.', [], () =>
      one(report().log.sinceProofSeconds),
    );
    gauge('cache_log_lag_records', 'Records that this process did not know until this scrape.', [], () =>
      one(isProven ? report().log.lag : undefined),
    );
    gauge('cache_log_position', 'The position in the log that this process knows.', [], () =>
      one(report().log.position),
    );
    counter('cache_proofs_total', 'Proofs asked of the log; one serves many requests.', ['outcome'], () => {
      const { proofs, failedProofs } = report().log;
      return [
        [{ outcome: 'ok' }, proofs - failedProofs],
        [{ outcome: 'failed' }, failedProofs],
      ];
    });
    histogram('cache_proof_duration_seconds', 'Round trips of proofs to Redis.', [], () => [
      { labels: {}, seconds: report().log.proofSeconds },
    ]);
    counter('cache_log_appends_total', 'Records that this process put into the log.', ['outcome'], () => {
      const { appends, failedAppends } = report().log;
      return [
        [{ outcome: 'ok' }, appends - failedAppends],
        [{ outcome: 'failed' }, failedAppends],
      ];
    });
    const follower = () => report().follower;
    gauge(
      'cache_follower_leading',
      '1 on the instance that follows writes that no request reports.',
      [],
      () => one(follower() && (follower()?.isLeading === true ? 1 : 0)),
    );
    gauge(
      'cache_follower_lag_seconds',
      'Time since it last knew of every change, on the instance that follows.',
      [],
      () => one(follower()?.lagSeconds),
    );
    counter(
      'cache_follower_changes_total',
      'Changes that it saw: covered by records that the log had, told to the log, of those as a whole collection.',
      ['outcome'],
      () =>
        Object.entries(follower()?.changes ?? {}).map(([outcome, value]) => [{ outcome }, value] as const),
    );
    counter('cache_follower_records_total', 'Records that it put into the log.', [], () =>
      one(follower()?.records),
    );
    counter('cache_follower_resumes_total', 'Times that it went on where somebody had stopped.', [], () =>
      one(follower()?.resumes),
    );
    counter(
      'cache_follower_ended_epochs_total',
      'Times that it lost its place and all was dropped.',
      [],
      () => one(follower()?.endedEpochs),
    );
    counter('cache_follower_failures_total', 'Times that it failed, and tried again.', [], () =>
      one(follower()?.failures),
    );
    histogram('cache_log_append_duration_seconds', 'Time that a write waits for the log.', [], () => [
      { labels: {}, seconds: report().log.appendSeconds },
    ]);
  }

  return {
    contentType: registry.contentType,
    async expose() {
      // First, so that all figures are of one moment.
      isProven = cache !== undefined && (await cache.catchUp());
      return registry.metrics();
    },
  };
};
