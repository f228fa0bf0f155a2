import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { DirectWrites } from '../direct/direct-writes.ts';
import type { FollowPromise } from '../direct/follow-promise.ts';
import type { Instances } from '../instances.ts';
import type { Servers } from '../servers/servers.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import { increase, type Tally } from '../tally.ts';
import { between, happened, type Fault, type Proof } from './fault.ts';
import { missedFigures, type Calm } from './figures.ts';
import { quantile, type Answering, type Ended, type Observer, type Watch } from './observer.ts';

/** One fault, or two at once, and what came of it. */
export interface FaultReport {
  readonly faults: readonly string[];
  /** Seconds since the reads began. */
  readonly beganAt: number;
  readonly mendedAt: number;
  /** Whether each of them shows that it was. */
  readonly happened: boolean;
  readonly proofs: readonly Proof[];
  readonly reads: Answering;
  readonly writes: Answering;
  /** Seconds in which nothing came from the cache. */
  readonly cacheOut: number;
  /** Seconds from its beginning until what was broken answered again, or another in its place. */
  readonly broken: number;
  /** Seconds from then until hits were as many as before; `null`: that was not seen before the next fault or the end. */
  readonly recovery: number | null;
  /** Of these, seconds until something came from the cache; the rest is its filling. */
  readonly recoveryWithoutHits: number | null;
  /** The figures that were missed, in sentences. */
  readonly missed: readonly string[];
  violations: number;
}

/** Milliseconds from one fault's end to the next one's beginning. */
const quiet = { least: 1500, most: 4000 };
const together = 0.3;
/** The share of hits at which faults begin, and how long it is waited for. */
const warm = 0.4;
const warmingMs = 20_000;
const pollMs = 100;
/** Objects that may wait for one instance to end. */
const mostUnsettled = 4;
/** As long as the cache may take to be back before it is said that it is not. */
const patienceMs = 40_000;
/** The share of hits is looked at over so long before a fault. */
const usualMs = 4000;
/** How long it takes until what was counted apart has reached everybody. */
const settlingMs = 4000;

export interface ScheduleOptions {
  readonly faults: readonly Fault[];
  readonly instances: Instances;
  readonly servers: Servers;
  readonly observer: Observer;
  readonly tally: Tally;
  readonly direct: DirectWrites;
  readonly promise: FollowPromise;
  readonly random: SeededRandom;
  readonly clock: Clock;
  /** When the reads began. */
  readonly started: number;
  readonly engine: string;
  /** How long the run is. */
  readonly seconds: number;
  /** Violations until now. */
  readonly violations: () => number;
  readonly say: (line: string) => void;
}

/**
 * Makes faults until the signal: each of them once, in an order that is drawn, then any, alone or two at once. After each it waits
 * until the cache is back.
 */
export class FaultSchedule {
  readonly #options: ScheduleOptions;
  readonly reports: FaultReport[] = [];
  /** Shares of hits while nothing was broken, one for each such time. */
  readonly #usual: number[] = [];
  #calm: { readonly since: number; readonly watch: Watch };
  #slowest = { read: 0, write: 0, failed: 0 };
  /** From when on, and until when, counts that are kept apart may differ: docs/counters.md does not promise them then. */
  readonly #apart: { from: number; to: number }[] = [];

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#calm = { since: options.started, watch: options.observer.watch() };
  }

  /** How the run does while nothing is broken, its cold start included. */
  calm(): Calm {
    const { observer, clock, started } = this.#options;
    this.#sumUpCalm();
    const full = observer.fullSince(started, clock(), this.#usualHitRate());
    return {
      slowestRead: this.#slowest.read,
      slowestWrite: this.#slowest.write,
      failed: this.#slowest.failed,
      filling: full === undefined ? 0 : full - observer.outUntil(started, full),
    };
  }

  /** Whether counts are promised to be what was written, for a read of this time. */
  promisesCounts(began: number, ended: number): boolean {
    const { instances } = this.#options;
    if (instances.countedApartAt + settlingMs > began) return false;
    return this.#apart.every(({ from, to }) => ended < from || began > to);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { faults, random } = this.#options;
    const wait = (ms: number) => delay(ms, undefined, { signal }).catch(() => undefined);
    const first = random.shuffled(faults);
    if (faults.length > 0) await this.#warm(signal);
    while (faults.length > 0) {
      await wait(between(random, quiet.least, quiet.most));
      if (signal.aborted) return;
      const one = first.shift() ?? random.pick(faults);
      const others = faults.filter(({ breaks }) => breaks !== one.breaks);
      const both = first.length === 0 && others.length > 0 && random.happens(together);
      await this.#inject(both ? [one, random.pick(others)] : [one], wait, signal);
      await this.#settle(signal);
    }
  }

  /** Faults are for a cache that works: without hits there is nothing to lose, and nothing to come back to. */
  async #warm(signal: AbortSignal): Promise<void> {
    const { observer, clock, engine } = this.#options;
    const endMs = clock() + Math.min(warmingMs, this.#options.seconds * 250);
    if (engine === 'off') return;
    while (!signal.aborted && clock() < endMs) {
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
      if (observer.hitRate(clock() - 2000, clock()) > warm) break;
    }
  }

  async #inject(
    faults: readonly Fault[],
    wait: (ms: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const {
      instances,
      servers,
      observer,
      tally,
      direct,
      promise,
      random,
      clock,
      started,
      say,
      violations,
      engine,
    } = this.#options;
    await instances.lookAtMemory('before');
    const began = clock();
    const calm = this.#calm;
    if (calm.since < began) this.#usual.push(observer.hitRate(Math.max(calm.since, began - usualMs), began));
    this.#sumUpCalm();
    calm.watch.end();
    const watch = observer.watch();
    const before = violations();
    const names = faults.map(({ name }) => name);
    const isApart = faults.some(({ breaks }) => breaks !== 'instances' && breaks !== 'follower');
    const apart = { from: began, to: Infinity };
    if (isApart) this.#apart.push(apart);
    const injected = await Promise.all(
      faults.map(async (fault) => {
        let answeredAgain = Infinity;
        const answersAgain = (): void => {
          answeredAgain = Math.min(answeredAgain, clock());
        };
        const mended = fault.tellsOfLoss === true ? undefined : promise.disturbed();
        const proofs = await fault.inject({ instances, servers, direct, random, wait, answersAgain });
        mended?.();
        return { proofs, answeredAgain: Math.min(answeredAgain, clock()) };
      }),
    );
    const proofs = injected.flatMap((one) => one.proofs);
    // The end of the run cut it short: it counts as not made.
    if (signal.aborted && !happened(proofs)) {
      watch.end();
      return;
    }
    for (const name of names) increase(tally.faults, name);
    const answeredAgain = Math.max(...injected.map((one) => one.answeredAgain));
    const mended = clock();
    const back = await this.#back(answeredAgain, this.#usualHitRate(), signal);
    const end = back ?? clock();
    const isForgotten = instances.killed > 0 && faults.some(({ forgets }) => forgets === true);
    // Hits may be back while something is still to come: a master that was deposed loses its clients only then.
    if (!isForgotten) apart.to = Math.max(end, mended) + settlingMs;
    watch.end();
    // Not earlier: it stops each instance for a moment.
    await instances.lookAtMemory(`after ${names.join(' and ')}`);
    this.#calm = { since: clock(), watch: observer.watch() };
    const recovery = back === undefined ? undefined : back - answeredAgain;
    const seconds = (ms: number) => Math.round(ms / 10) / 100;
    const report: FaultReport = {
      faults: names,
      beganAt: seconds(began - started),
      mendedAt: seconds(mended - started),
      happened: happened(proofs),
      proofs,
      ...watch.report(),
      cacheOut: seconds(observer.outMs(began, end)),
      broken: seconds(answeredAgain - began),
      recovery: recovery === undefined ? null : seconds(recovery),
      recoveryWithoutHits: recovery === undefined ? null : seconds(observer.outMs(answeredAgain, end)),
      missed:
        engine === 'marquee'
          ? missedFigures(
              {
                breaks: faults.map(({ breaks }) => breaks),
                answeredAgain,
                until: end,
                recovery,
                reads: watch.reads,
                writes: watch.writes,
              },
              this.calm(),
            )
          : [],
      violations: violations() - before,
    };
    this.reports.push(report);
    say(describeFault(report));
  }

  /**
   * A write of which nobody knows what came of it may come late, as long as its instance lives, and its object is left alone until
   * then. So instances that have many of them are replaced.
   */
  async #settle(signal: AbortSignal): Promise<void> {
    const { instances, promise, tally } = this.#options;
    for (const { life } of instances.available()) {
      const name = instances.names.find((one) => life.name.startsWith(one));
      if (signal.aborted || name === undefined || life.unsettled < mostUnsettled) continue;
      increase(tally.faults, 'instance replaced, to settle what it may still write');
      const mended = promise.disturbed();
      await instances.stop(name);
      await instances.start(name);
      mended();
    }
  }

  /** The share of hits to come back to. */
  #usualHitRate(): number {
    return quantile(this.#usual, 0.5);
  }

  /** Takes in what was seen since nothing is broken. */
  #sumUpCalm(): void {
    const { since, watch } = this.#calm;
    const slowestOf = (requests: readonly Ended[]): number =>
      requests.reduce(
        (slowest, { began, ended }) => (began < since ? slowest : Math.max(slowest, ended - began)),
        0,
      );
    const { reads, writes } = watch;
    this.#slowest = {
      read: Math.max(this.#slowest.read, slowestOf(reads)),
      write: Math.max(this.#slowest.write, slowestOf(writes)),
      failed: this.#slowest.failed + failuresOf(since, [...reads, ...writes]),
    };
    watch.forget();
  }

  /** @returns when the cache was back; `undefined`: it was not. */
  async #back(since: number, hitRate: number, signal: AbortSignal): Promise<number | undefined> {
    const { observer, clock, engine } = this.#options;
    if (engine === 'off') return clock();
    const endMs = clock() + patienceMs;
    while (!signal.aborted && clock() < endMs) {
      const full = observer.fullSince(since, clock(), hitRate);
      if (full !== undefined) return full;
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
    return undefined;
  }
}

const failuresOf = (since: number, requests: readonly Ended[]): number =>
  requests.filter(({ began, error }) => began >= since && error !== undefined && error !== 'lost').length;

const answering = ({ answered, errors, p50, p99, most, late }: Answering): string => {
  const failed = Object.entries(errors).map(([error, count]) => `${count} × ${error}`);
  const times = `p50 ${p50}, p99 ${p99}, longest ${most} ms, ${late} over 2 s`;
  return `${answered} answered${failed.length > 0 ? `, ${failed.join(', ')}` : ''} (${times})`;
};

/** One fault for people. */
export const describeFault = (report: FaultReport): string => {
  const { faults, beganAt, mendedAt, proofs, reads, writes, cacheOut, broken, violations, missed } = report;
  const { recovery, recoveryWithoutHits } = report;
  const recovered =
    recovery === null
      ? 'not seen to come back to its hit rate'
      : `back to its hit rate ${recovery} s later, of which ${recoveryWithoutHits} s without hits`;
  const shown = proofs.map(({ of, before, after }) => `${of}: ${before} -> ${after}`).join('; ');
  return [
    `  ${faults.join(' and ')}, from ${beganAt} s to ${mendedAt} s${report.happened ? '' : ' (NOT SHOWN TO HAVE HAPPENED)'}`,
    `    ${shown}`,
    `    reads: ${answering(reads)}`,
    `    writes: ${answering(writes)}`,
    `    broken for ${broken} s; the cache was out for ${cacheOut} s, and ${recovered}; ${violations} violations`,
    ...missed.map((sentence) => `    MISSED: ${sentence}`),
  ].join('\n');
};
