import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Logger } from '../shared/logger.ts';

/** Something that is done again and again, by one process at a time. */
export interface PeriodicWork {
  /** Names it among all processes on one database. */
  readonly name: string;
  /** Milliseconds from one beginning to the next. */
  readonly everyMs: number;
  /**
   * May be done once more, or by another process as well when this one was frozen for longer than its lease, so it must
   * bear both.
   * @param signal aborted when it has to stop: the lease was lost, or the process ends.
   */
  run(signal: AbortSignal): Promise<unknown>;
}

export interface PeriodicWorkOptions {
  /** Of no request: nobody's answer depends on who works. */
  readonly connection: Connection;
  readonly log: Logger;
  /** Milliseconds after which the work of a process that is gone may be taken over; default 30,000. */
  readonly leaseMs?: number;
}

/** Does each work when it is due: see {@link PeriodicWork}. */
export interface PeriodicWorker {
  start(work: PeriodicWork): void;
  /** Begins nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

/** One document a work. Times are Mongo's, so that no clock of ours has to be right. */
interface WorkRecord {
  readonly _id: string;
  /** Empty while nobody works. */
  readonly owner: string;
  readonly leaseUntil: Date;
  readonly dueAt: Date;
}

const collectionName = 'periodicWork';
const defaultLeaseMs = 30_000;
/** Milliseconds between two looks whether something is due. */
const maxPollMs = 60_000;
/** Milliseconds after which what failed is tried again, unless it is due before. */
const maxRetryMs = 300_000;

const later = (ms: number) => ({ $add: ['$$NOW', ms] });

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;

export const createPeriodicWorker = ({
  connection,
  log,
  leaseMs = defaultLeaseMs,
}: PeriodicWorkOptions): PeriodicWorker => {
  const owner = randomUUID();
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];
  const records = () => connection.collection<WorkRecord>(collectionName);

  /** Resolves earlier when the worker stops. */
  const pause = async (ms: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    const wake = (): void => resolve();
    stopping.signal.addEventListener('abort', wake);
    await promise;
    clearTimeout(timer);
    stopping.signal.removeEventListener('abort', wake);
  };

  /** Makes the document of a work that nobody did before: due at once. */
  const declare = async (name: string): Promise<void> => {
    try {
      await records().insertOne({ _id: name, owner: '', leaseUntil: new Date(0), dueAt: new Date(0) });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  };

  /** @returns whether it is due, and nobody else's by now. */
  const claim = async (name: string): Promise<boolean> => {
    const free = { $expr: { $and: [{ $lte: ['$dueAt', '$$NOW'] }, { $lte: ['$leaseUntil', '$$NOW'] }] } };
    const taken = { owner, leaseUntil: later(leaseMs) };
    const known = await records().findOneAndUpdate({ _id: name, ...free }, [{ $set: taken }]);
    return known !== null;
  };

  const renew = async (name: string): Promise<boolean> =>
    (await records().updateOne({ _id: name, owner }, [{ $set: { leaseUntil: later(leaseMs) } }]))
      .matchedCount === 1;

  const release = async (name: string, dueInMs: number): Promise<void> => {
    await records().updateOne({ _id: name, owner }, [
      { $set: { owner: '', leaseUntil: '$$NOW', dueAt: later(dueInMs) } },
    ]);
  };

  const runClaimed = async ({ name, everyMs, run }: PeriodicWork): Promise<void> => {
    const lost = new AbortController();
    const beganMs = performance.now();
    let renewedMs = beganMs;
    const renewal = setInterval(() => {
      void (async () => {
        const askedMs = performance.now();
        try {
          if (await renew(name)) renewedMs = askedMs;
          else lost.abort();
        } catch (error) {
          log.warn({ err: error, work: name }, 'The lease of a periodic work could not be renewed.');
          if (performance.now() - renewedMs > leaseMs) lost.abort();
        }
      })();
    }, leaseMs / 3);
    let failed = false;
    try {
      await run(AbortSignal.any([lost.signal, stopping.signal]));
    } catch (error) {
      failed = true;
      log.error({ err: error, work: name }, 'A periodic work failed.');
    } finally {
      clearInterval(renewal);
    }
    const tookMs = performance.now() - beganMs;
    const isCut = stopping.signal.aborted || lost.signal.aborted;
    log.info({ work: name, ms: Math.round(tookMs), failed, isCut }, 'A periodic work has ended.');
    // What was cut short is due at once, for whoever is there.
    await release(name, isCut ? 0 : failed ? Math.min(everyMs, maxRetryMs) : Math.max(0, everyMs - tookMs));
  };

  const loop = async (work: PeriodicWork): Promise<void> => {
    let isDeclared = false;
    while (!stopping.signal.aborted) {
      try {
        if (!isDeclared) await declare(work.name);
        isDeclared = true;
        if (await claim(work.name)) await runClaimed(work);
      } catch (error) {
        log.warn({ err: error, work: work.name }, 'Whether a periodic work is due could not be told.');
      }
      await pause(Math.min(work.everyMs / 4, maxPollMs));
    }
  };

  return {
    start: (work) => void loops.push(loop(work)),
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
};
