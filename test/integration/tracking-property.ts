import type { mongo } from 'mongoose';
import { inspect } from 'node:util';
import { createStampTable } from '../../src/cache/stamps.ts';
import { anythingTag, type Tag, wideTag } from '../../src/cache/tags.ts';
import type { Doc, Read, SingleWrite, Write } from './tracking-draws.ts';
import type { TrackedDatabase } from './tracking-kit.ts';

export const NAME = 'things';

/** As much of a collection as the property uses, of Mongoose's kind or the driver's. */
type Things = mongo.Collection<Doc>;

export const followed = (db: TrackedDatabase): Things => db.connection.collection(NAME) as unknown as Things;
export const raw = (client: mongo.MongoClient, { database }: TrackedDatabase): Things =>
  client.db(database).collection(NAME);

export const ask = async (things: Things, read: Read): Promise<unknown> => {
  switch (read.kind) {
    case 'find': {
      const { filter, sort, projection, skip = 0, limit = 0 } = read;
      const found = await things
        .find(filter, { ...(sort && { sort }), ...(projection && { projection }), skip, limit })
        .toArray();
      // Without a sort any order is as true as another.
      return sort === undefined ? found.map((one) => inspect(one)).toSorted() : found;
    }
    case 'count':
      return things.countDocuments(read.filter);
    case 'distinct':
      return (await things.distinct(read.key, read.filter)).map((one) => inspect(one)).toSorted();
    case 'aggregate': {
      const found = await things.aggregate(read.pipeline).toArray();
      return found.map((one) => inspect(one, { sorted: true })).toSorted();
    }
    default:
      throw new Error('unreachable');
  }
};

export const single = (
  db: TrackedDatabase,
  write: SingleWrite,
  session?: mongo.ClientSession,
): Promise<unknown> => {
  const things = followed(db);
  const inside = session === undefined ? {} : { session };
  switch (write.kind) {
    case 'insertOne':
      return things.insertOne({ ...write.doc }, inside);
    case 'updateOne':
    case 'updateMany':
      return things[write.kind](write.filter, write.update, { upsert: write.upsert, ...inside });
    case 'replaceOne':
      return things.replaceOne(write.filter, write.doc, { upsert: write.upsert, ...inside });
    case 'deleteOne':
    case 'deleteMany':
      return things[write.kind](write.filter, inside);
    case 'findOneAndUpdate':
      return things.findOneAndUpdate(write.filter, write.update, { ...write.options, ...inside });
    case 'findOneAndReplace':
      return things.findOneAndReplace(write.filter, write.doc, { ...write.options, ...inside });
    case 'findOneAndDelete':
      return things.findOneAndDelete(write.filter, { ...write.options, ...inside });
    case 'unannounced':
      return raw(db.connection.getClient(), db).updateOne(write.filter, write.update, inside);
    default:
      throw new Error('unreachable');
  }
};

class Abort extends Error {}

const transact = async (
  db: TrackedDatabase,
  { writes, commits }: Extract<Write, { kind: 'transaction' }>,
) => {
  await using session = db.connection.getClient().startSession();
  await session.withTransaction(async () => {
    for (const write of writes) await single(db, write, session);
    if (!commits) throw new Abort();
  });
};

export const perform = async (db: TrackedDatabase, write: Write): Promise<unknown> => {
  switch (write.kind) {
    case 'insertMany':
      return followed(db).insertMany(write.docs.map((doc) => ({ ...doc })));
    case 'bulkWrite':
      return followed(db).bulkWrite(write.items as mongo.AnyBulkWriteOperation<Doc>[], {
        ordered: write.ordered,
      });
    case 'transaction':
      return transact(db, write);
    default:
      return single(db, write);
  }
};

/** What was seen over all runs. */
export interface Tally {
  judged: number;
  changed: number;
  stamped: number;
  needless: number;
  /** As the two before, of writes that knew what they touched and reads that could be narrowed. */
  narrowStamped: number;
  narrowNeedless: number;
  uncacheable: number;
}

export const emptyTally = (): Tally => ({
  judged: 0,
  changed: 0,
  stamped: 0,
  needless: 0,
  narrowStamped: 0,
  narrowNeedless: 0,
  uncacheable: 0,
});

/** A drawn world: documents, the reads that are kept, and the writes that come upon them in turn. */
export interface Drawn {
  readonly docs: readonly Doc[];
  readonly reads: readonly Read[];
  readonly writes: readonly Write[];
}

const show = (value: unknown): string => inspect(value, { depth: 9, breakLength: 120 });

/**
 * Keeps every read's answer with its tags, as a cache does, and holds after each write that an answer whose tags
 * were not stamped is still the true one.
 * @param keep which tags of an answer are kept; by default all.
 * @param stampsOf makes the write; what the log is told of it. By default, what the mutation reports.
 * @throws Error that tells the read, the write and the answers.
 */
export const hold = async (
  db: TrackedDatabase,
  { docs, reads, writes }: Drawn,
  tally: Tally,
  keep: (tag: string) => boolean = () => true,
  stampsOf: (write: Write) => Promise<readonly Tag[]> = async (write) =>
    (await db.mutation(() => perform(db, write))).writes.tags,
): Promise<void> => {
  const unseen = raw(db.unseen.getClient(), db);
  await unseen.deleteMany({});
  if (docs.length > 0) await unseen.insertMany(docs.map((doc) => ({ ...doc })));
  const readAfter = await db.time();

  const compute = async (read: Read) => {
    const { outcome, reads } = await db.query(() => ask(followed(db), read), { readAfter });
    // A read that the server refuses has no answer that could be kept.
    if (outcome.status === 'rejected') return undefined;
    if (reads.uncacheable.length > 0) {
      tally.uncacheable += 1;
      return undefined;
    }
    return { read, answer: show(outcome.value), tags: reads.tags.filter(keep), fresh: false };
  };
  let entries = (await Promise.all(reads.map(compute))).filter((entry) => entry !== undefined);

  for (const write of writes) {
    const tags = await stampsOf(write);
    const stamped = new Set(tags);
    const stamps = createStampTable();
    stamps.apply({ position: 1, tags });
    const namespace = `${db.database}.${NAME}`;
    const isKnowing = !stamped.has(anythingTag(namespace));
    const next = entries.map(async (entry) => {
      tally.judged += 1;
      const isStamped = !stamps.isCurrent(entry.tags, 0);
      const truth = show(await ask(unseen, entry.read));
      const isChanged = truth !== entry.answer;
      if (isStamped) tally.stamped += 1;
      if (isChanged) tally.changed += 1;
      if (isStamped && !isChanged) tally.needless += 1;
      if (isStamped && isKnowing && !entry.tags.includes(wideTag(namespace))) {
        tally.narrowStamped += 1;
        if (!isChanged) tally.narrowNeedless += 1;
      }
      if (isChanged && !isStamped) {
        throw new Error(
          [
            `A kept answer is no longer true, and no tag of it was stamped.`,
            `read ${show(entry.read)}`,
            `write ${show(write)}`,
            `answer before ${entry.answer}`,
            `answer after ${truth}`,
            `tags ${show(entry.tags)}`,
            `stamps ${show([...stamped])}`,
          ].join('\n'),
        );
      }
      return isStamped ? compute(entry.read) : entry;
    });
    entries = (await Promise.all(next)).filter((entry) => entry !== undefined);
  }
};
