import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { failureReason } from '../../cache/log/failure-reason.ts';
import type { InvalidationLog, Position } from '../../cache/log/invalidation-log.ts';
import type { Epoch } from '../../cache/epoch.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Declarations } from '../facets/declarations.ts';
import type { FollowedEpoch, Gate } from '../gate/gate.ts';
import type { Images } from './change-stamps.ts';
import { type Beginning, breakOf, type Changes, type ChangeSource, openChanges } from './changes.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import { createFollowerLease, type FollowedUpTo, type FollowerLease, type Term } from './follower-lease.ts';
import { createFollowerMeter, type FollowerReport } from './follower-meter.ts';
import { keepPreImages } from './pre-images.ts';
import { recordsOf } from './records.ts';
import { AppendFailedError, troubleOf } from './trouble.ts';

/** All in milliseconds. */
export interface FollowerTimings {
  /** After which another instance takes over from one that shows no life. */
  readonly leaseMs: number;
  /** From a change to the look whether the log has it: time for whoever wrote it to say so. */
  readonly settleMs: number;
  /** How long one question for changes waits for some. */
  readonly waitMs: number;
  /** From one look whether something is to be followed, or whether the lease is free, to the next. */
  readonly lookEveryMs: number;
  /** From a failure to the next try. */
  readonly retryMs: number;
  /** At least, from one writing down of how far was followed to the next. */
  readonly noteEveryMs: number;
}

export const FOLLOWER_TIMINGS: FollowerTimings = {
  leaseMs: 10_000,
  settleMs: 200,
  waitMs: 1_000,
  lookEveryMs: 1_000,
  retryMs: 1_000,
  noteEveryMs: 1_000,
};

export interface FollowerOptions {
  /** A client of background work, connected; left open. */
  readonly client: mongo.MongoClient;
  readonly databaseName: string;
  readonly declarations: Declarations;
  readonly gate: Pick<Gate, 'followed' | 'endEpoch' | 'reportLogFailure'>;
  readonly log: InvalidationLog;
  readonly instanceId: string;
  readonly timings?: Partial<FollowerTimings>;
  readonly logger: Logger;
}

/**
 * Tells the log of writes that no request reports: made by scripts, by hand, or by processes that died before they could.
 * At any time one instance of a database does so; two do no harm.
 */
export interface Follower {
  /** Once the collections are there. */
  start(): void;
  /** Hands the lease to the next. Never rejects. */
  stop(): Promise<void>;
  report(): FollowerReport;
}

/** Most changes at once. */
const BATCH_SIZE = 1_000;
/** Answers of a server that make no sense, in a row and without a change in between, before the place is given up. */
const MAX_STRANGE = 5;

/** From one look whether this user may follow, which he was told he may not, to the next. */
const REFUSED_RETRY_MS = 30_000;

/** Milliseconds that stopping waits for the database. */
const STOP_MS = 3_000;

export const createFollower = (options: FollowerOptions): Follower => {
  const { client, databaseName, declarations, gate, log, instanceId, logger } = options;
  const timings: FollowerTimings = { ...FOLLOWER_TIMINGS, ...options.timings };
  const followed = declarations.namespaces.flatMap((namespace) => {
    const declared = declarations.of(namespace);
    return declared?.isFollowed === true ? [declared] : [];
  });
  const byCollection = new Map(
    followed.map((declared) => [declared.namespace.slice(databaseName.length + 1), declared]),
  );
  const withFacets = [...byCollection].filter(([, { facets }]) => facets.length > 0).map(([name]) => name);
  const lease: FollowerLease = createFollowerLease({
    client,
    databaseName,
    newTerm: () => `${instanceId}/${randomUUID()}`,
    leaseMs: timings.leaseMs,
    timeoutMs: Math.max(1_000, Math.ceil(timings.leaseMs / 3)),
  });
  const meter = createFollowerMeter();
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let ended: string | undefined;
  let strange = 0;
  let saidWide: string | undefined;
  let running: Promise<void> = Promise.resolve();

  const pause = (ms: number): Promise<unknown> =>
    sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  const whenStopping = (act: () => void): (() => void) => {
    stopping.signal.addEventListener('abort', act, { once: true });
    return () => stopping.signal.removeEventListener('abort', act);
  };

  const end = (epoch: Epoch, reason: string): void => {
    ended = epoch.nonce;
    meter.ended(reason);
    logger.warn(
      { epoch, reason },
      'What the cache keeps is dropped: a write to its collections cannot be followed.',
    );
    gate.endEpoch(epoch, reason);
  };

  const named = (): FollowedEpoch | undefined => {
    const target = gate.followed();
    return target?.epoch.nonce === ended ? undefined : target;
  };

  const sayWhatIsWide = (without: Awaited<ReturnType<typeof keepPreImages>>): void => {
    const said = without?.collections.join();
    if (without !== undefined && said !== saidWide) {
      logger.warn(
        without,
        'MongoDB does not keep what documents were before a change: of writes from elsewhere that move or delete one, all that is kept of its collection is dropped.',
      );
    }
    saidWide = said;
  };

  /** @throws AppendFailedError when the log did not take all of it. */
  const append = async (
    epoch: Epoch,
    source: ChangeSource,
    { list }: Changes,
    images: Images,
    seen: { coverage: Coverage; applied: Position },
  ): Promise<void> => {
    try {
      const { position, records } = await log.prove(epoch, seen.applied);
      if (records !== 'truncated') seen.coverage.learn(records);
      seen.applied = position;
    } catch {
      // Without it some changes are told twice. Whether the log can be reached shows in the next command.
    }
    const { records, counts } = recordsOf(byCollection, list, images, seen.coverage);
    for (const { tags, order } of records) {
      const record = { tags, declarations: declarations.hash, operationTime: source.timeOf(order) };
      try {
        await log.append(epoch, record);
      } catch (error) {
        gate.reportLogFailure(epoch, failureReason(error));
        throw new AppendFailedError('The log did not take what was followed.', { cause: error });
      }
    }
    meter.followed(counts, records.length, list);
    const last = list.at(-1);
    if (last !== undefined) seen.coverage.forgetBefore(last.order);
  };

  /** Until the epoch is over, the lease lost, or this process stops. @throws on anything else that ends the stream. */
  const follow = async ({ epoch, since }: FollowedEpoch, term: Term): Promise<void> => {
    const before = term.followed?.nonce === epoch.nonce ? term.followed : undefined;
    if (before === undefined && since === undefined) {
      end(epoch, 'nobody says from when on it is to be followed');
      return;
    }
    const beginning: Beginning = before ?? { order: since ?? '' };
    const without = await keepPreImages(client.db(databaseName), withFacets);
    sayWhatIsWide(without);
    const images = without === undefined ? 'exact' : 'looked up';
    await using source = openChanges({
      client,
      databaseName,
      followed,
      beginning,
      images,
      waitMs: timings.waitMs,
      batchSize: BATCH_SIZE,
    });
    meter.opened(before !== undefined);
    logger.info({ epoch, resumed: before !== undefined }, 'Following the writes that no request reports.');
    const seen = { coverage: createCoverage(declarations.hash), applied: 0 };
    let upTo: FollowedUpTo | undefined = before;
    let noted = before;
    let notedAtMs = performance.now();
    const unhook = whenStopping(() => void source.close());

    try {
      while (!isStopping() && named()?.epoch.nonce === epoch.nonce) {
        const changes = await source.next();
        const fatal = changes.list.map(breakOf).find((reason) => reason !== undefined);
        if (fatal !== undefined) {
          end(epoch, fatal);
          return;
        }
        const isNews = changes.list.length > 0;
        if (isNews) {
          strange = 0;
          if (changes.isAll) await pause(timings.settleMs);
          // Whoever was away for long may no longer be the one to follow. Telling the log twice would do no harm.
          if (!term.isHeld() && !(await term.renew(upTo))) return;
          await append(epoch, source, changes, images, seen);
        }
        if (changes.isAll) meter.caughtUp();
        if (changes.token !== undefined) upTo = { nonce: epoch.nonce, token: changes.token };
        const nowMs = performance.now();
        const isWorthNoting = isNews && nowMs - notedAtMs >= timings.noteEveryMs;
        if (!term.isDue() && !isWorthNoting && noted !== undefined) continue;
        if (!(await term.renew(upTo))) return;
        noted = upTo;
        notedAtMs = nowMs;
      }
    } finally {
      unhook();
      // What is not noted is told again by the next one.
      if (upTo !== noted) await term.renew(upTo).catch(() => undefined);
    }
  };

  /** @returns how long to pause, in milliseconds. */
  const turn = async (): Promise<number> => {
    const target = named();
    if (target === undefined) return timings.lookEveryMs;
    const term = await lease.take();
    if (term === undefined) return timings.leaseMs / 4;
    meter.leads(true);
    try {
      await follow(target, term);
    } catch (error) {
      const { kind, reason } = troubleOf(error);
      if (kind === 'strange') strange += 1;
      if (kind === 'lost' || strange >= MAX_STRANGE) {
        strange = 0;
        end(target.epoch, kind === 'lost' ? reason : `following fails for ever: ${reason}`);
      } else throw error;
    } finally {
      meter.leads(false);
      await term.giveBack().catch(() => undefined); // it runs out by itself
    }
    return 0;
  };

  const run = async (): Promise<void> => {
    let isFailing = false;
    while (!isStopping()) {
      try {
        const pauseMs = await turn();
        isFailing = false;
        meter.works();
        if (pauseMs > 0) await pause(pauseMs);
      } catch (error) {
        if (isStopping()) return;
        meter.failed(error);
        if (!isFailing)
          logger.warn({ err: error }, 'Writes that no request reports cannot be followed; trying again.');
        isFailing = true;
        await pause(troubleOf(error).kind === 'refused' ? REFUSED_RETRY_MS : timings.retryMs);
      }
    }
  };

  return {
    start() {
      if (followed.length > 0) running = run();
    },
    async stop() {
      stopping.abort();
      // A database that hangs must not keep the process: the lease runs out by itself.
      const ended = new AbortController();
      const limit = sleep(STOP_MS, undefined, { signal: ended.signal }).catch(() => undefined);
      await Promise.race([running, limit]);
      ended.abort();
    },
    report: meter.report,
  };
};
