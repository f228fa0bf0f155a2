import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Epoch } from '../../../src/cache/epoch.ts';
import type { InvalidationLog, LogRecord } from '../../../src/cache/log/invalidation-log.ts';
import { createMemoryLog } from '../../../src/cache/log/memory-log.ts';
import { documentTag, type Tag } from '../../../src/cache/tags.ts';
import { type CollectionDeclaration, createDeclarations } from '../../../src/tracking/facets/declarations.ts';
import {
  createFollower,
  type Follower,
  type FollowerTimings,
} from '../../../src/tracking/follower/follower.ts';
import type { FollowedEpoch } from '../../../src/tracking/gate/gate.ts';
import { createRecordingLog, type LogLine } from '../../testkit/recording-log.ts';
import { waitFor } from '../../testkit/wait-for.ts';
import { NAME } from '../tracking-property.ts';
import { trackedDatabase, type TrackedDatabase } from '../tracking-kit.ts';

/** As quick as a test wants it; the lease outlasts the pauses of a busy machine. */
export const QUICK: FollowerTimings = {
  leaseMs: 3_000,
  settleMs: 0,
  waitMs: 100,
  lookEveryMs: 20,
  retryMs: 20,
  noteEveryMs: 0,
};

export const THINGS: CollectionDeclaration = {
  collection: NAME,
  facets: ['kind', 'labels', 'meta.level'],
  textPaths: ['title'],
  textLanguage: 'none',
};
const MARKS = 'marks';

export interface StartedFollower extends Follower {
  readonly lines: readonly LogLine[];
}

export interface FollowerRig extends AsyncDisposable {
  readonly db: TrackedDatabase;
  readonly epoch: Epoch;
  readonly log: InvalidationLog;
  /** Reasons for which epochs were ended. */
  readonly ended: readonly string[];
  readonly declarations: string;
  start(options?: {
    readonly log?: InvalidationLog;
    readonly timings?: Partial<FollowerTimings>;
  }): StartedFollower;
  /** What the log was told since the last call, with whatever was written to Mongo before this one. */
  told(): Promise<readonly LogRecord[]>;
}

export const tagsOf = (records: readonly LogRecord[]): readonly Tag[] => records.flatMap(({ tags }) => tags);

export interface FollowerRigOptions {
  /** By default {@link THINGS}. */
  readonly collections?: readonly CollectionDeclaration[];
  /** By default a database of the run's server. */
  readonly uri?: string;
  /** Whether it is known from when on the epoch is to be followed; default true. */
  readonly isBeginningKnown?: boolean;
}

/** Followers of a database of a test's own, under one epoch of a log in memory. */
export const followerRig = async ({
  collections = [THINGS],
  uri,
  isBeginningKnown = true,
}: FollowerRigOptions = {}): Promise<FollowerRig> => {
  const all = [...collections, { collection: MARKS }];
  const prepare = async (connection: Connection): Promise<void> => {
    for (const { collection } of all) await connection.createCollection(collection);
    const things = connection.collection(NAME);
    await things.createIndex({ kind: 1, n: 1 });
    await things.createIndex({ title: 'text' }, { default_language: 'none' });
  };
  const db = await trackedDatabase(all, prepare, uri);
  const log = createMemoryLog();
  const epoch = await log.open();
  const declarations = createDeclarations(db.database, all);
  const since = isBeginningKnown ? (await db.time()).order : undefined;
  const followed: FollowedEpoch = { epoch, since };
  const ended: string[] = [];
  const followers: Follower[] = [];
  let marks = 0;
  let applied = 1;
  return {
    db,
    epoch,
    log,
    ended,
    declarations: declarations.hash,
    start({ log: through = log, timings } = {}) {
      const logger = createRecordingLog();
      const follower = createFollower({
        client: db.unseen.getClient(),
        databaseName: db.database,
        declarations,
        gate: {
          followed: () => followed,
          endEpoch: (_, reason) => void ended.push(reason),
          reportLogFailure: () => undefined,
        },
        log: through,
        instanceId: randomUUID(),
        timings: { ...QUICK, ...timings },
        logger,
      });
      followers.push(follower);
      follower.start();
      return { ...follower, lines: logger.lines };
    },
    async told() {
      const mark = `m${(marks += 1)}`;
      await db.unseen.collection<{ _id: string }>(MARKS).insertOne({ _id: mark });
      const last = documentTag(`${db.database}.${MARKS}`, `s${mark}`);
      const records: LogRecord[] = [];
      await waitFor(async () => {
        const reply = await log.prove(epoch, applied);
        applied = reply.position;
        if (reply.records === 'truncated') throw new Error('The log was told too much.');
        records.push(...reply.records);
        return records.some(({ tags }) => tags.includes(last));
      }, 'the log is told of a mark');
      const isMarks = (tag: Tag): boolean => tag.startsWith(`${db.database}.${MARKS}`);
      return records.map((record) => ({ ...record, tags: record.tags.filter((tag) => !isMarks(tag)) }));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await db[Symbol.asyncDispose]();
    },
  };
};
