import type { mongo } from 'mongoose';
import { tagsOfReply, batchOf, tagsOfBatch } from '../reads/reply.ts';
import type { ReadPlan } from '../reads/plan.ts';
import { isRecord } from '../canonical.ts';
import type { Tag } from '../../cache/tags.ts';
import type { Intent, WriteLedger } from '../writes/ledger.ts';
import { onOwnErrand } from '../writes/announcement.ts';
import type { Operation } from './operation.ts';
import { advanceSession, timeOfReply } from './time.ts';

type Reply = Readonly<Record<string, unknown>>;

/** A command that was sent and has no outcome yet. */
export interface InFlight {
  succeeded(reply: unknown): void;
  failed(): void;
}

const asReply = (reply: unknown): Reply => (isRecord(reply) ? reply : {});

/** A read with a plan: its reply names the documents. */
export const readInFlight = (
  operation: Operation,
  plan: Extract<ReadPlan, { kind: 'tracked' }>,
): InFlight => ({
  succeeded: (reply) => {
    const batch = batchOf(reply);
    const tags = tagsOfReply(plan, batch);
    if (tags === undefined) operation.taint('the reply to a read was not understood');
    else operation.addTags(tags);
    if (batch?.cursor !== undefined) operation.cursors.set(batch.cursor, plan.documentsOf);
  },
  failed: () => operation.taint('a read failed'),
});

/** The next batch of a cursor. One that another operation opened belongs to a time before this one. */
export const moreInFlight = (operation: Operation, cursor: string): InFlight => ({
  succeeded: (reply) => {
    const batch = batchOf(reply);
    if (batch === undefined || !operation.cursors.has(cursor)) {
      operation.taint('a cursor was read on that the operation did not open');
      return;
    }
    const namespace = operation.cursors.get(cursor);
    if (namespace !== undefined) operation.addTags(tagsOfBatch(namespace, batch.documents));
  },
  failed: () => operation.taint('a read failed'),
});

export interface WriteContext {
  readonly client: mongo.MongoClient;
  readonly ledger: WriteLedger;
  readonly intent: Intent;
  /** Stamped whatever the outcome. */
  readonly tags: readonly Tag[];
  /** Whether its acknowledgement stands for a majority, as far as the command asks for it. */
  readonly asksMajority: boolean;
}

const MAJORITY_WAIT_MS = 10_000;

/** Waits until a majority has what was written at the time of this reply. A majority read bound to it does. */
const awaitMajority = (client: mongo.MongoClient, reply: Reply) => async () => {
  const time = timeOfReply(reply);
  if (time === undefined) return undefined;
  return onOwnErrand(async () => {
    await using session = client.startSession({ causalConsistency: true });
    advanceSession(session, time);
    const concern = { readConcern: { level: 'majority' }, readPreference: 'primary' } as const;
    await client
      .db()
      .collection('any')
      .findOne({ _id: { $exists: false } }, { ...concern, session, maxTimeMS: MAJORITY_WAIT_MS });
    return time;
  });
};

/** A write: its outcome decides when its tags count and from which time on reads must see it. */
export const writeInFlight = (context: WriteContext): InFlight => {
  const { client, ledger, intent, tags, asksMajority } = context;
  return {
    succeeded: (raw) => {
      const reply = asReply(raw);
      const time = timeOfReply(reply);
      if (asksMajority && reply['writeConcernError'] === undefined && time !== undefined) ledger.raise(time);
      else ledger.awaitMajority(awaitMajority(client, reply));
      intent.settle(tags);
    },
    failed: () => intent.settle(tags),
  };
};
