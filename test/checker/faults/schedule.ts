import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { DirectWrites } from '../direct/direct-writes.ts';
import type { FollowPromise } from '../direct/follow-promise.ts';
import type { Instances } from '../instances.ts';
import type { Servers } from '../servers/servers.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import { increase, type Tally } from '../tally.ts';
import { between, happened, type Fault, type FaultWorld, type Proof } from './fault.ts';
import type { Answering, Observer } from './observer.ts';

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
  /** Seconds from the mending until hits were as many as before; `null`: that was not seen before the next fault or the end. */
  readonly recovery: number | null;
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
  /** The share of hits before the first fault. */
  #usual = 0;
  /** From when on, and until when, counts that are kept apart may differ: docs/counters.md does not promise them then. */
  readonly #apart: { from: number; to: number }[] = [];

  constructor(options: ScheduleOptions) {
    this.#options = options;
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
      this.#usual = observer.hitRate(clock() - 2000, clock());
      if (this.#usual > warm) return;
    }
  }

  async #inject(
    faults: readonly Fault[],
    wait: (ms: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { instances, servers, observer, tally, direct, promise, random, clock, started, say, violations } =
      this.#options;
    const began = clock();
    const watch = observer.watch(began);
    const before = violations();
    const names = faults.map(({ name }) => name);
    const isApart = faults.some(({ breaks }) => breaks !== 'instances' && breaks !== 'follower');
    const apart = { from: began, to: Infinity };
    if (isApart) this.#apart.push(apart);
    const world: FaultWorld = { instances, servers, direct, random, wait };
    const inject = async (fault: Fault): Promise<readonly Proof[]> => {
      const mended = fault.tellsOfLoss === true ? undefined : promise.disturbed();
      const shown = await fault.inject(world);
      mended?.();
      return shown;
    };
    const proofs = (await Promise.all(faults.map(inject))).flat();
    // The end of the run cut it short: it counts as not made.
    if (signal.aborted && !happened(proofs)) {
      watch.end();
      return;
    }
    for (const name of names) increase(tally.faults, name);
    const mended = clock();
    const usual = Math.max(this.#usual, watch.hitRateBefore);
    const back = await this.#back(mended, usual, signal);
    const end = back ?? clock();
    const isForgotten = instances.killed > 0 && faults.some(({ forgets }) => forgets === true);
    if (!isForgotten) apart.to = end + settlingMs;
    watch.end();
    const seconds = (ms: number) => Math.round(ms / 10) / 100;
    const report: FaultReport = {
      faults: names,
      beganAt: seconds(began - started),
      mendedAt: seconds(mended - started),
      happened: happened(proofs),
      proofs,
      ...watch.report(),
      cacheOut: seconds(observer.outMs(began, end)),
      recovery: back === undefined ? null : seconds(back - mended),
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

  /** @returns when the cache was back; `undefined`: it was not. */
  async #back(mended: number, hitRate: number, signal: AbortSignal): Promise<number | undefined> {
    const { observer, clock, engine } = this.#options;
    if (engine === 'off') return clock();
    const endMs = clock() + patienceMs;
    while (!signal.aborted && clock() < endMs) {
      const full = observer.fullSince(mended, clock(), hitRate);
      if (full !== undefined) return full;
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
    return undefined;
  }
}

const answering = ({ answered, errors, p50, p99, most, late }: Answering): string => {
  const failed = Object.entries(errors).map(([error, count]) => `${count} × ${error}`);
  const times = `p50 ${p50}, p99 ${p99}, longest ${most} ms, ${late} over 2 s`;
  return `${answered} answered${failed.length > 0 ? `, ${failed.join(', ')}` : ''} (${times})`;
};

/** One fault for people. */
export const describeFault = (report: FaultReport): string => {
  const { faults, beganAt, mendedAt, proofs, reads, writes, cacheOut, recovery, violations } = report;
  const shown = proofs.map(({ of, before, after }) => `${of}: ${before} -> ${after}`).join('; ');
  return [
    `  ${faults.join(' and ')}, from ${beganAt} s to ${mendedAt} s${report.happened ? '' : ' (NOT SHOWN TO HAVE HAPPENED)'}`,
    `    ${shown}`,
    `    reads: ${answering(reads)}`,
    `    writes: ${answering(writes)}`,
    `    cache out for ${cacheOut} s; back to its hit rate ${recovery === null ? 'not seen' : `${recovery} s`} after the mending; ${violations} violations`,
  ].join('\n');
};
