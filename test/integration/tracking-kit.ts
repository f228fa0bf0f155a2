import mongoose, { type Connection } from 'mongoose';
import type { OperationTime } from '../../src/cache/log/invalidation-log.ts';
import { type CollectionDeclaration, createDeclarations } from '../../src/tracking/facets/declarations.ts';
import type { OperationOptions } from '../../src/tracking/operation/operation.ts';
import { timeOfReply } from '../../src/tracking/operation/time.ts';
import { createTracking, type Tracked } from '../../src/tracking/tracking.ts';
import type { SettledWrites } from '../../src/tracking/writes/ledger.ts';
import { freshMongo } from '../testkit/servers.ts';

export type Started = mongoose.mongo.CommandStartedEvent;

/** A database of a test's own, followed by tracking, and a second way to it that nobody follows. */
export interface TrackedDatabase extends AsyncDisposable {
  readonly connection: Connection;
  /** Everything that it does goes unseen, as by another process. */
  readonly unseen: Connection;
  readonly database: string;
  /** Commands of the followed client, oldest first. */
  readonly commands: Started[];
  readonly orphans: SettledWrites[];
  readonly declarationsHash: string;
  query<T>(compute: () => Promise<T>, options?: Partial<OperationOptions>): Promise<Tracked<T>>;
  mutation<T>(compute: () => Promise<T>): Promise<Tracked<T>>;
  /** A time that the server knows now. */
  time(): Promise<OperationTime>;
}

export const trackedDatabase = async (
  collections: readonly CollectionDeclaration[],
  prepare: (connection: Connection) => Promise<unknown> = async () => {},
  uri = freshMongo(),
): Promise<TrackedDatabase> => {
  const unseen = await mongoose.createConnection(uri).asPromise();
  await prepare(unseen);
  const connection = await mongoose
    .createConnection(uri, { monitorCommands: true, autoIndex: false, autoCreate: false })
    .asPromise();
  const database = connection.name;
  const declarations = createDeclarations(database, collections);
  const orphans: SettledWrites[] = [];
  const tracking = createTracking({ declarations, onOrphanWrite: (writes) => orphans.push(writes) });
  const detach = tracking.attach(connection);
  const commands: Started[] = [];
  connection.getClient().on('commandStarted', (event) => commands.push(event));

  const time = async (): Promise<OperationTime> => {
    const told = timeOfReply(await unseen.getClient().db().admin().command({ ping: 1 }));
    if (told === undefined) throw new Error('The server told no time.');
    return told;
  };
  const readAfter = await time();
  return {
    connection,
    unseen,
    database,
    commands,
    orphans,
    declarationsHash: declarations.hash,
    time,
    query: (compute, options) => tracking.run({ kind: 'query', readAfter, ...options }, compute),
    mutation: (compute) => tracking.run({ kind: 'mutation', readAfter }, compute),
    async [Symbol.asyncDispose]() {
      detach();
      await unseen.dropDatabase();
      await Promise.all([connection.destroy(), unseen.destroy()]);
    },
  };
};

/** The value of a computation that must have succeeded. */
export const valueOf = <T>({ outcome }: Tracked<T>): T => {
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
};
