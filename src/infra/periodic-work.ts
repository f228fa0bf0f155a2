import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Schema, type Connection, type Model } from 'mongoose';
import type { Logger } from '../shared/logger.ts';

/** Who does a piece of periodic work, in `leases`. All times are of Mongo's clock. */
interface LeaseRecord {
  /** Name of the work. */
  _id: string;
  /** Random, of the instance that does it or did it last. */
  holder: string;
  /** The lease is over then, unless it was renewed; in the past once the work is done. */
  until: Date;
  /** The last period whose work was done. */
  donePeriod: number;
}

export interface PeriodicWork {
  /** Unique in the database. */
  readonly name: string;
  /** Periods begin at multiples of this since 1970, such as on the hour. */
  readonly everyMs: number;
  /** Whether this instance could do it now; by default it could. */
  isAble?(): boolean;
  /**
   * Does the work of a period: once on one instance, unless that dies or fails, so it has to bear being begun again.
   * @param stop is aborted when the lease was lost, or the server stops.
   */
  run(stop: AbortSignal): Promise<void>;
}

export interface PeriodicWorkOptions {
  /** One whose commands are not followed. */
  readonly connection: Connection;
  readonly log: Logger;
  /** Milliseconds after which the work of an instance that died is taken over. Default 30,000. */
  readonly leaseMs?: number;
  /** Milliseconds between looks whether something is to be done. Default 15,000. */
  readonly lookEveryMs?: number;
}

/** Runs each work once a period, on one of the instances of a database. */
export interface PeriodicWorkers {
  start(work: PeriodicWork): void;
  /** Stops what runs here, and waits for it. The others go on. */
  close(): Promise<void>;
}

const leaseModel = (connection: Connection): Model<LeaseRecord> =>
  connection.model<LeaseRecord, Model<LeaseRecord>>(
    'Lease',
    new Schema<LeaseRecord>(
      {
        _id: { type: String, required: true },
        holder: { type: String, required: true },
        until: { type: Date, required: true },
        donePeriod: { type: Number, required: true },
      },
      { collection: 'leases', versionKey: false, id: false, autoIndex: false, autoCreate: false },
    ),
  );

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

/** The period that Mongo's clock is in. */
const periodNow = (everyMs: number) => ({ $floor: { $divide: [{ $toLong: '$$NOW' }, everyMs] } });

/**
 * A work is due while its period is later than the last one done, and free when nobody holds its lease. Taking it is one
 * atomic update by Mongo's clock, so that clocks of instances need not agree. Whoever holds it renews it while the work
 * runs; one that cannot stops. Work may still overlap where an instance hangs for longer than its lease: it has to bear that.
 */
export const createPeriodicWorkers = ({
  connection,
  log,
  leaseMs = 30_000,
  lookEveryMs = 15_000,
}: PeriodicWorkOptions): PeriodicWorkers => {
  const leases = leaseModel(connection);
  const holder = randomUUID();
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  const untilNext = { $add: ['$$NOW', leaseMs] };

  /** An upsert may not go by Mongo's clock, so that what is taken has to be there before. */
  const known = new Set<string>();
  const know = async (name: string): Promise<void> => {
    if (known.has(name)) return;
    const nobodys = { holder: 'nobody', until: new Date(0), donePeriod: -1 };
    try {
      await leases.updateOne({ _id: name }, { $setOnInsert: nobodys }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    known.add(name);
  };

  /** @returns the period whose work is this instance's now. */
  const take = async ({ name, everyMs }: PeriodicWork): Promise<number | undefined> => {
    await know(name);
    const isDue = { $lt: ['$donePeriod', periodNow(everyMs)] };
    const isFree = { $lte: ['$until', '$$NOW'] };
    const lease = await leases
      .findOneAndUpdate(
        { _id: name, $expr: { $and: [isDue, isFree] } },
        [{ $set: { holder, until: untilNext } }],
        { returnDocument: 'after', updatePipeline: true },
      )
      .lean<LeaseRecord | null>();
    return lease ? Math.floor((lease.until.getTime() - leaseMs) / everyMs) : undefined;
  };

  const renew = async (name: string): Promise<boolean> => {
    const held = { _id: name, holder, $expr: { $gt: ['$until', '$$NOW'] } };
    const { matchedCount } = await leases.updateOne(held, [{ $set: { until: untilNext } }], {
      updatePipeline: true,
    });
    return matchedCount === 1;
  };

  const giveBack = (name: string, donePeriod: number | undefined) =>
    leases.updateOne(
      { _id: name, holder },
      [{ $set: { until: '$$NOW', ...(donePeriod !== undefined && { donePeriod }) } }],
      { updatePipeline: true },
    );

  const doOnce = async (work: PeriodicWork): Promise<void> => {
    const { name } = work;
    const period = await take(work);
    if (period === undefined) return;
    const lost = new AbortController();
    const ended = new AbortController();
    const stop = AbortSignal.any([lost.signal, closing.signal]);
    const keep = async (): Promise<void> => {
      let renewedAtMs = performance.now();
      while (!ended.signal.aborted) {
        await sleep(leaseMs / 3, undefined, { signal: ended.signal }).catch(() => undefined);
        if (ended.signal.aborted) return;
        const askedAtMs = performance.now();
        const isHeld = await renew(name).catch(() => undefined);
        if (isHeld) renewedAtMs = askedAtMs;
        if (isHeld === false || performance.now() - renewedAtMs >= leaseMs) {
          lost.abort();
          return;
        }
      }
    };
    const keeping = keep();
    const startedMs = performance.now();
    let isDone = false;
    try {
      await work.run(stop);
      isDone = !stop.aborted;
    } catch (error) {
      if (!stop.aborted) log.error({ err: error, work: name }, 'Periodic work failed; it is tried again.');
    }
    ended.abort();
    await keeping;
    await giveBack(name, isDone ? period : undefined);
    const fields = { work: name, period, durationMs: Math.round(performance.now() - startedMs) };
    if (isDone) log.debug(fields, 'Periodic work is done.');
  };

  const loop = async (work: PeriodicWork): Promise<void> => {
    let isUnknown = false;
    while (!closing.signal.aborted) {
      try {
        if (work.isAble?.() !== false) await doOnce(work);
        if (isUnknown) log.info({ work: work.name }, 'Periodic work can be looked for again.');
        isUnknown = false;
      } catch (error) {
        if (!isUnknown)
          log.warn({ err: error, work: work.name }, 'It is not known whether periodic work is to be done.');
        isUnknown = true;
      }
      const untilPeriodMs = work.everyMs - (Date.now() % work.everyMs);
      const waitMs = Math.max(1, Math.min(lookEveryMs, untilPeriodMs));
      await sleep(waitMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  };

  return {
    start: (work) => {
      const ended = loop(work);
      running.add(ended);
    },
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
};
