import type { Connection } from 'mongoose';
import type { Declarations } from './facets/declarations.ts';
import { inOperation, Operation, type OperationOptions, type ReadReport } from './operation/operation.ts';
import { Wire } from './operation/wire.ts';
import type { SettledWrites } from './writes/ledger.ts';
import { Transactions } from './writes/transactions.ts';
import { interceptCollections } from './writes/intercept.ts';

export interface TrackingOptions {
  readonly declarations: Declarations;
  /** Upper bound of a write, in milliseconds; must lie below the client's socket timeout. Default 10,000. */
  readonly writeMaxTimeMs?: number;
  /**
   * Takes the writes that belong to no running operation, when they have an outcome, for the host to append.
   * Nobody waits for it. Must not throw.
   */
  readonly onOrphanWrite: (writes: SettledWrites) => void;
}

/** A computation that is over, its writes included. */
export interface Tracked<T> {
  readonly outcome: PromiseSettledResult<T>;
  readonly reads: ReadReport;
  /** To be appended to the log before the answer goes out, whether `outcome` is a success or not. */
  readonly writes: SettledWrites;
}

/** Follows what operations read and write through the connections attached to it. */
export interface Tracking {
  /**
   * Follows a connection. Its client must have been made with `monitorCommands: true`.
   * @returns ends it.
   * @throws Error when the connection has no client yet, or its commands cannot be seen.
   */
  attach(connection: Connection): () => void;
  /** Computes in an operation's context. Never rejects: the failure of `compute` is in the outcome. */
  run<T>(options: OperationOptions, compute: () => T | PromiseLike<T>): Promise<Tracked<T>>;
}

export const createTracking = ({
  declarations,
  writeMaxTimeMs = 10_000,
  onOrphanWrite,
}: TrackingOptions): Tracking => {
  const running = new Set<Operation>();
  const transactions = new Transactions();

  const attach = (connection: Connection): (() => void) => {
    const client = connection.getClient();
    if (!client.options.monitorCommands) {
      throw new Error('Expected a client with monitorCommands: true but its commands cannot be seen.');
    }
    const wire = new Wire({ client, declarations, running, transactions, onOrphanWrite });
    const release = interceptCollections(connection, { declarations, transactions, writeMaxTimeMs });
    return () => {
      release();
      wire.detach();
    };
  };

  const run = async <T>(
    options: OperationOptions,
    compute: () => T | PromiseLike<T>,
  ): Promise<Tracked<T>> => {
    const operation = new Operation(options);
    running.add(operation);
    const [outcome] = await Promise.allSettled([inOperation(operation, async () => compute())]);
    const writes = await operation.ledger.settled(() => operation.close());
    running.delete(operation);
    await operation.sessions.end();
    return { outcome, reads: operation.report, writes };
  };

  return { attach, run };
};
